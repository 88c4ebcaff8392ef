import { describe, expect, it } from 'vitest'
import { ClusterNotHealthyError, createConsoleClient, type WaitOptions } from '../src/index.ts'

const named = { name: 'n', uuid: 'u' }
const cluster = (ready: string): object => ({
  ...{ uuid: 'c', name: 'orders', ownerId: 'o', created: '2026-03-20T11:31:20.206Z', autoUpdate: true, links: {} },
  ...{ planType: named, region: named, generation: named, channel: named, status: { ready } },
})

/** A cluster that goes through `states`, one for each question, and stays at the last; a clock that only waiting moves. */
function setUp(states: readonly string[]) {
  const waits: number[] = []
  let asked = 0
  let time = 0
  const { clusters } = createConsoleClient({
    auth: { headers: async () => ({}) },
    fetch: async () => Response.json(cluster(states[Math.min(asked++, states.length - 1)] ?? '')),
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
    await expect(clusters.waitUntilHealthy('c', { ...options, timeoutMs: 0 })).rejects.toMatchObject({
      code: 'config_invalid',
    })
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

  it('fails as the question fails', async () => {
    const { clusters } = createConsoleClient({
      auth: { headers: async () => ({}) },
      fetch: async () => new Response('', { status: 404 }),
    })
    await expect(clusters.waitUntilHealthy('c')).rejects.toMatchObject({ status: 404 })
  })
})
