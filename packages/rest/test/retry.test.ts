import { freePort } from 'test-servers'
import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError, RateLimitedError, type Route } from '../src/index.ts'
import { answer, serve } from './server.ts'
import { createThing, getThing, searchThings, transportTo } from './setup.ts'

const ok = answer(200, { done: true })
const hangUp = (response: { destroy(): unknown }): void => void response.destroy()

async function tries(route: Route, ...answers: Parameters<typeof serve>): Promise<[number, 'done' | Error]> {
  const server = await serve(...answers)
  const { transport } = transportTo(server.url)
  const result = await transport.call(route, { params: ['1'] }).then(
    () => 'done' as const,
    (error: Error) => error,
  )
  return [server.received.length, result]
}

describe('retries', () => {
  const put: Route = { ...getThing, method: 'PUT' }
  const patch: Route = { ...getThing, method: 'PATCH' }

  it.each([getThing, put, searchThings])(
    'idempotent requests, after a transient status: $method $id',
    async (route) => {
      for (const status of [408, 429, 500, 502, 503, 504]) {
        expect(await tries(route, answer(status), ok)).toEqual([2, 'done'])
      }
    },
  )

  it.each([createThing, patch])('of $method only if the server has certainly done nothing', async (route) => {
    for (const status of [408, 500, 502, 503, 504]) {
      expect(await tries(route, answer(status), ok)).toEqual([1, expect.any(ApiError)])
    }
    expect(await tries(route, answer(429), ok)).toEqual([2, 'done'])
    expect(await tries(route, answer(503, '', { 'retry-after': '1' }), ok)).toEqual([2, 'done'])
  })

  it.each([
    ['the title', 503, { title: 'RESOURCE_EXHAUSTED' }],
    [
      'the detail, as older versions say it',
      500,
      { title: 'Internal Server Error', detail: 'RESOURCE_EXHAUSTED: busy' },
    ],
  ])("Camunda's rejections under load, by %s", async (_, status, problem) => {
    const busy = answer(status, JSON.stringify({ type: 'about:blank', status, ...problem }))
    for (const route of [createThing, patch, getThing]) expect(await tries(route, busy, ok)).toEqual([2, 'done'])
  })

  it('no request that would fail again', async () => {
    for (const status of [400, 401, 403, 404, 409, 412, 422, 501]) {
      expect(await tries(getThing, answer(status), ok)).toEqual([1, expect.any(ApiError)])
    }
  })

  it('a connection that broke before any byte, if the request is idempotent', async () => {
    expect(await tries(getThing, hangUp, ok)).toEqual([2, 'done'])
    expect(await tries(createThing, hangUp, ok)).toEqual([1, expect.any(NetworkError)])
  })

  it("a refused connection up to the limit, and then reports the runtime's reason", async () => {
    const { transport, waits } = transportTo(`http://127.0.0.1:${await freePort()}`)
    const error = await transport.call(getThing, { params: ['1'] }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ reasonCode: 'ECONNREFUSED', reason: expect.stringContaining('fetch failed') })
    expect(waits).toHaveLength(2)
  })

  it.each([
    [0, [600, 1200]],
    [0.75, [450, 900]],
  ])('a refused connection for longer than a restart takes, with jitter %d', async (jitter, expected) => {
    const { transport, waits } = transportTo(`http://127.0.0.1:${await freePort()}`, { random: () => jitter })
    await expect(transport.call(createThing, { body: {} })).rejects.toThrow('ECONNREFUSED')
    expect(waits).toEqual(expected)
    const bounded = transportTo(`http://127.0.0.1:${await freePort()}`, { retry: { maxDelayMs: 300 }, random: () => 0 })
    await expect(bounded.transport.call(createThing, { body: {} })).rejects.toThrow('ECONNREFUSED')
    expect(bounded.waits).toEqual([300, 300])
  })

  it('according to the limit of the client or the call', async () => {
    const server = await serve(answer(503))
    const { transport } = transportTo(server.url, { retry: { limit: 1 } })
    await expect(transport.call(getThing, { params: ['1'] })).rejects.toThrow()
    expect(server.received).toHaveLength(2)
    await expect(transport.call(getThing, { params: ['1'] }, { retry: false })).rejects.toThrow()
    expect(server.received).toHaveLength(3)
    await expect(transport.call(getThing, { params: ['1'] }, { retry: { limit: 3 } })).rejects.toThrow()
    expect(server.received).toHaveLength(7)
  })

  it('sends the body again', async () => {
    const server = await serve(answer(429), ok)
    await transportTo(server.url).transport.call(createThing, { body: { a: 1 } })
    expect(server.received.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}'])
  })
})

describe('the delay', () => {
  it('is a random part of a bound that doubles', async () => {
    const server = await serve(answer(503))
    const { transport, waits } = transportTo(server.url, { retry: { limit: 4, baseDelayMs: 100, maxDelayMs: 500 } })
    await expect(transport.call(getThing, { params: ['1'] })).rejects.toThrow()
    expect(waits).toEqual([100, 200, 400, 500])
    const halved = transportTo(server.url, { retry: { limit: 2, baseDelayMs: 100 }, random: () => 0.5 })
    await expect(halved.transport.call(getThing, { params: ['1'] })).rejects.toThrow()
    expect(halved.waits).toEqual([50, 100])
  })

  const now = Date.parse('2026-11-22T12:00:00Z')
  const most = 2 ** 31 - 1
  it.each([
    ['7', 7000],
    [' 7 ', 7000],
    ['007', 7000],
    ['0', 0],
    ['Sun, 22 Nov 2026 12:00:09 GMT', 9000],
    ['Sunday, 22-Nov-26 12:00:09 GMT', 9000],
    ['Sun Nov 22 12:00:09 2026', 9000],
    // Points in time, in seconds and milliseconds since 1970.
    [String(now / 1000 + 90), 90_000],
    [String(now + 90_000), 90_000],
    // More than a timer can wait.
    ['2592000', most],
    ['999999999', most],
    ['9'.repeat(20), most],
    ['9'.repeat(400), most],
    ['Sun, 22 Nov 2099 12:00:09 GMT', most],
    ...[
      ['Sun, 22 Nov 2026 11:00:00 GMT', 'Sun, 22 Nov 2026 12:00:00 GMT', String(now / 1000 - 90), String(now - 90_000)],
      ['soon', '-5', '+5', '1.5', '1e1', '0x10', '1_0', 'Infinity', 'NaN', '1, 1', '10, 10', '10;', ''],
      ['2026-11-22T12:00:09Z', '2026-11-22', '22 Nov 2026 12:00:09 GMT', 'Sun, 22 Nov 2026', 'Nov 22, 2026'],
      ['Sun, 22 Nov 2026 12:00:09 +0200', 'Sun, 99 Foo 2026 99:99:99 GMT', 'Sun, 22 Nov 2026 12:00:09'],
    ].flatMap((values) => values.map((value): [string, undefined] => [value, undefined])),
  ])('is the value of Retry-After, if it is valid: %s', async (value, expected) => {
    const fetch = async (): Promise<Response> => new Response('', { status: 429, headers: { 'retry-after': value } })
    const { transport, waits } = transportTo('https://a.example', {
      fetch: fetch as never,
      now: () => now,
      timeoutMs: Number.POSITIVE_INFINITY,
    })
    const error = await transport.call(createThing).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(RateLimitedError)
    expect((error as RateLimitedError).retryAfterMs).toBe(expected)
    // Without jitter the client's own; with it a little more than the server asks for; never more than a timer can wait.
    const served = expected && [expected + Math.min(300, expected / 10), expected + Math.min(600, expected / 10)]
    expect(waits).toEqual(expected === most ? [] : served || [300, 600])
  })

  it('is at least the jitter, if a 503 lets every client retry immediately', async () => {
    const server = await serve(answer(503, '', { 'retry-after': '0' }))
    const { transport, waits } = transportTo(server.url)
    await expect(transport.call(createThing)).rejects.toMatchObject({ status: 503 })
    expect(waits).toEqual([300, 600])
  })

  it.each(['-5', '1, 1', '2026-11-22T12:00:09Z', 'Sun, 22 Nov 2020 12:00:00 GMT'])(
    'is skipped after a POST with 503 whose Retry-After is invalid: %s',
    async (value) => {
      expect(await tries(createThing, answer(503, '', { 'retry-after': value }), ok)).toEqual([1, expect.any(ApiError)])
    },
  )

  it('is not started if the deadline would end it', async () => {
    const server = await serve(answer(429, '', { 'retry-after': '60' }))
    const { transport, waits } = transportTo(server.url)
    await expect(transport.call(createThing)).rejects.toMatchObject({ status: 429, retryAfterMs: 60_000 })
    expect(waits).toEqual([])
  })

  it('is in whole milliseconds', async () => {
    const server = await serve(answer(503), ok)
    const { transport, waits, events } = transportTo(server.url, { random: () => 0.123456 })
    await transport.call(getThing, { params: ['1'] })
    expect(waits).toEqual([38])
    expect(events).toContainEqual(expect.objectContaining({ type: 'retry', delayMs: 38 }))
  })

  it('is a real timer by default', async () => {
    const server = await serve(answer(503), ok)
    const { transport } = transportTo(server.url, { sleep: undefined, retry: { baseDelayMs: 1 } })
    expect(await transport.call(getThing, { params: ['1'] })).toEqual({ done: true })
  })
})
