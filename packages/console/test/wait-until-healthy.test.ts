import { describe, expect, it } from 'vitest'
import { ClusterNotHealthyError, createConsoleClient, type WaitOptions } from '../src/index.ts'

const named = { name: 'n', uuid: 'u' }
const cluster = (ready: string): object => ({
  ...{ uuid: 'c', name: 'orders', ownerId: 'o', created: '2026-03-20T11:31:20.206Z', autoUpdate: true, links: {} },
  ...{ planType: named, region: named, generation: named, channel: named, status: { ready } },
})

/** A state, the status of an error, or what `fetch` throws. */
type State = string | number | Error

/** A cluster that goes through `states`, one for each question, and stays at the last; a clock that only waiting moves. */
function setUp(states: readonly State[], headers?: Record<string, string>) {
  const waits: number[] = []
  let asked = 0
  let time = 0
  const { clusters } = createConsoleClient({
    auth: { headers: async () => ({}) },
    retry: false,
    fetch: async () => {
      const state = states[Math.min(asked++, states.length - 1)] as State
      if (typeof state === 'string') return Response.json(cluster(state))
      if (typeof state === 'number') return new Response('', { status: state, ...(headers && { headers }) })
      throw state
    },
  })
  const options: WaitOptions = {
    now: () => time,
    delay: async (ms) => {
      waits.push(ms)
      time += ms
    },
  }
  return { clusters, options, waits, asked: () => asked }
}

describe('clusters.waitUntilHealthy', () => {
  it('gives the cluster once it is healthy', async () => {
    const { clusters, options, waits } = setUp(['Creating', 'Unhealthy', 'Moving', 'Healthy'])
    const found = await clusters.waitUntilHealthy('c', options)
    expect(found).toMatchObject({ uuid: 'c', status: { ready: 'Healthy' } })
    expect(waits).toEqual([10_000, 10_000, 10_000])
  })

  it('does not wait for one that is', async () => {
    const { clusters, options, waits } = setUp(['Healthy'])
    await clusters.waitUntilHealthy('c', options)
    expect(waits).toEqual([])
  })

  it('gives up after half an hour, with the last state', async () => {
    const { clusters, options, asked } = setUp(['Creating', 'WaitingForInput'])
    const error = await clusters.waitUntilHealthy('c', options).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ClusterNotHealthyError)
    expect(error).toMatchObject({ code: 'timeout', clusterId: 'c', status: 'WaitingForInput', timeoutMs: 1_800_000 })
    expect(asked()).toBe(181)
  })

  it('takes another time and interval, but none under 5 seconds', async () => {
    const { clusters, options, asked } = setUp(['Creating'])
    await expect(
      clusters.waitUntilHealthy('c', { ...options, timeoutMs: 60_000, intervalMs: 20_000 }),
    ).rejects.toBeInstanceOf(ClusterNotHealthyError)
    expect(asked()).toBe(4)
    for (const intervalMs of [4999, 0, -1, Number.NaN]) {
      await expect(clusters.waitUntilHealthy('c', { ...options, intervalMs })).rejects.toMatchObject({
        code: 'config_invalid',
      })
    }
    for (const wrong of [{ timeoutMs: 0 }, { timeoutMs: '60000' }, { intervalMs: '5000' }]) {
      await expect(clusters.waitUntilHealthy('c', { ...options, ...wrong } as never)).rejects.toMatchObject({
        code: 'config_invalid',
      })
    }
    await expect(clusters.waitUntilHealthy('c', null as never)).rejects.toMatchObject({ code: 'config_invalid' })
    expect(asked()).toBe(4)
  })

  it('ends with the reason of the signal, while it waits with its own timer too', async () => {
    const { clusters, asked } = setUp(['Creating'])
    const controller = new AbortController()
    const waiting = clusters.waitUntilHealthy('c', { signal: controller.signal })
    const reason = new Error('enough')
    queueMicrotask(() => controller.abort(reason))
    await expect(waiting).rejects.toBe(reason)
    await expect(clusters.waitUntilHealthy('c', { signal: controller.signal })).rejects.toBe(reason)
    expect(asked()).toBeLessThanOrEqual(1)
  })

  it.each<[what: string, states: State[]]>([
    ['502 three times half-way', ['Creating', 502, 502, 502, 'Creating', 'Healthy']],
    ['500, 503 and 504', [500, 503, 504, 'Healthy']],
    ['a broken network', ['Creating', new TypeError('fetch failed'), 'Healthy']],
    ['408 and 429', ['Creating', 408, 429, 'Healthy']],
    ['404 right after it was created', [404, 404, 'Creating', 'Healthy']],
  ])('goes on through %s', async (_, states) => {
    const { clusters, options, waits, asked } = setUp(states)
    expect(await clusters.waitUntilHealthy('c', options)).toMatchObject({ status: { ready: 'Healthy' } })
    expect(asked()).toBe(states.length)
    expect(waits).toEqual(Array(states.length - 1).fill(10_000))
  })

  it('goes on when there was no token for a while', async () => {
    let left = 2
    const { options } = setUp([])
    const { clusters } = createConsoleClient({
      auth: {
        headers: async () => {
          if (left-- > 0) throw Object.assign(new Error('The token endpoint failed'), { code: 'server_error' })
          return {}
        },
      },
      fetch: async () => Response.json(cluster('Healthy')),
    })
    expect(await clusters.waitUntilHealthy('c', options)).toMatchObject({ uuid: 'c' })
  })

  it('waits as long as the server asks to', async () => {
    const { clusters, options, waits } = setUp(['Creating', 429, 'Healthy'], { 'retry-after': '60' })
    await clusters.waitUntilHealthy('c', options)
    expect(waits).toEqual([10_000, 60_000])
  })

  it.each<[states: State[], status: string | undefined, cause: object]>([
    [[502], undefined, { status: 502 }],
    [['Creating', 503], 'Creating', { status: 503 }],
    [[new TypeError('fetch failed')], undefined, { code: 'network' }],
  ])('gives up at its deadline through %s, and tells the last error', async (states, status, cause) => {
    const { clusters, options, asked } = setUp(states)
    const waiting = clusters.waitUntilHealthy('c', { ...options, timeoutMs: 60_000 })
    await expect(waiting).rejects.toMatchObject({ name: 'ClusterNotHealthyError', code: 'timeout', status, cause })
    expect(asked()).toBe(7)
  })

  it.each<[what: string, states: State[], asked: number]>([
    ['400', ['Creating', 400], 2],
    ['401', ['Creating', 401], 2],
    ['403', [403], 1],
    ['404 of a cluster that was there', ['Creating', 404], 2],
    // Two minutes, once in ten seconds.
    ['404 of a cluster that does not come', [404], 13],
    ['409', [409], 1],
  ])('ends with %s', async (_, states, count) => {
    const { clusters, options, asked } = setUp(states)
    await expect(clusters.waitUntilHealthy('c', options)).rejects.toMatchObject({
      name: states.at(-1) === 409 ? 'ConflictError' : 'ApiError',
      status: states.at(-1),
    })
    expect(asked()).toBe(count)
  })

  it('ends when there will be no token', async () => {
    const refused = Object.assign(new Error('invalid_client'), { code: 'token_rejected' })
    const { clusters } = createConsoleClient({ auth: { headers: () => Promise.reject(refused) } })
    await expect(clusters.waitUntilHealthy('c')).rejects.toBe(refused)
  })
})

it('`waitFor` is for data that lags behind, which that of Console does not', async () => {
  const { clusters, asked } = setUp(['Creating'])
  await expect(clusters.get('c', { waitFor: true } as object)).rejects.toMatchObject({
    code: 'config_invalid',
    message: expect.stringContaining('`waitFor`'),
  })
  expect(asked()).toBe(0)
})
