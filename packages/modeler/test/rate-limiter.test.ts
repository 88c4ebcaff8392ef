import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createModelerClient, createRateLimiter, type ModelerClientOptions } from '../src/index.ts'
import { createFiles } from '../src/resources/files.ts'
import { createVersions } from '../src/resources/versions.ts'
import { auth, serve } from './server.ts'

/** A clock that moves when the test says so; waits end in the order of their time. */
function fakeClock() {
  let time = 0
  const waits: { at: number; end(): void }[] = []
  return {
    now: () => time,
    delay: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const wait = { at: time + ms, end: resolve }
        waits.push(wait)
        signal?.addEventListener('abort', () => {
          waits.splice(waits.indexOf(wait), 1)
          reject(signal.reason)
        })
      }),
    async advance(ms: number) {
      const end = time + ms
      for (;;) {
        const next = waits.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waits.splice(waits.indexOf(next), 1)
        time = Math.max(time, next.at)
        next.end()
        await settle()
      }
      time = end
    },
    waiting: () => waits.length,
  }
}

const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}

describe('createRateLimiter', () => {
  test('lets the allowed number go at once, the next when the first is a minute old', async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter({ requestsPerMinute: 3, ...clock })
    const sent: number[] = []
    for (let i = 0; i < 5; i++) void limiter.acquire().then(() => sent.push(clock.now()))
    await settle()
    expect(sent).toEqual([0, 0, 0])
    await clock.advance(60_000)
    expect(sent).toHaveLength(3)
    await clock.advance(1_000)
    expect(sent).toEqual([0, 0, 0, 61_000, 61_000])
    expect(clock.waiting()).toBe(0)
  })

  test('first come, first served', async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter({ requestsPerMinute: 1, ...clock })
    const order: number[] = []
    for (let i = 0; i < 4; i++) void limiter.acquire().then(() => order.push(i))
    await clock.advance(10 * 61_000)
    expect(order).toEqual([0, 1, 2, 3])
  })

  test("an abort ends the wait with the signal's reason and frees the place", async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter({ requestsPerMinute: 1, ...clock })
    await limiter.acquire()
    const controller = new AbortController()
    const aborted = limiter.acquire(controller.signal)
    controller.abort(new Error('not needed'))
    await expect(aborted).rejects.toThrow('not needed')
    expect(clock.waiting()).toBe(0)
    let sent: number | undefined
    void limiter.acquire().then(() => {
      sent = clock.now()
    })
    await clock.advance(61_000)
    expect(sent).toBe(61_000)
  })

  test('a signal that is aborted already takes no place', async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter({ requestsPerMinute: 1, ...clock })
    await expect(limiter.acquire(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
    await limiter.acquire()
    expect(clock.waiting()).toBe(0)
  })

  test('what was sent without asking counts', async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter({ requestsPerMinute: 2, ...clock })
    await limiter.acquire()
    limiter.record()
    let sent = false
    void limiter.acquire().then(() => {
      sent = true
    })
    await clock.advance(60_999)
    expect(sent).toBe(false)
    await clock.advance(1)
    expect(sent).toBe(true)
  })

  test('never more than allowed in any minute, nobody waits for nothing, whoever comes and goes', async () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 40_000 }),
      callers: fc.integer({ min: 1, max: 6 }),
      abort: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 20 }), async (limit, steps) => {
        const clock = fakeClock()
        const limiter = createRateLimiter({ requestsPerMinute: limit, ...clock })
        const sent: number[] = []
        let kept = 0
        for (const { after, callers, abort } of steps) {
          await clock.advance(after)
          const controller = new AbortController()
          let waiting = callers
          for (let i = 0; i < callers; i++) {
            limiter.acquire(controller.signal).then(
              () => {
                waiting--
                sent.push(clock.now())
              },
              () => {},
            )
          }
          await settle()
          if (abort) controller.abort()
          kept += abort ? callers - waiting : callers
          await settle()
        }
        await clock.advance(200 * 61_000)
        expect(sent).toHaveLength(kept)
        expect(clock.waiting()).toBe(0)
        for (let i = limit; i < sent.length; i++) {
          expect((sent[i] as number) - (sent[i - limit] as number)).toBeGreaterThanOrEqual(60_000)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('of a client', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  function counting(options: Partial<ModelerClientOptions>) {
    vi.useFakeTimers()
    let sent = 0
    const modeler = createModelerClient({
      auth,
      validate: 'off',
      fetch: async () => {
        sent++
        return Response.json({})
      },
      ...options,
    })
    return { modeler, sent: () => sent }
  }

  test('is on for SaaS: 240 in a minute, and the wait does not count for the time limit', async () => {
    const { modeler, sent } = counting({ timeoutMs: 1_000 })
    const all = Promise.all(Array.from({ length: 250 }, () => modeler.info.get()))
    await vi.advanceTimersByTimeAsync(0)
    expect(sent()).toBe(240)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(sent()).toBe(240)
    await vi.advanceTimersByTimeAsync(2_000)
    await all
    expect(sent()).toBe(250)
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['off elsewhere', { baseUrl: 'http://localhost:8070' }],
    ['off when told so', { requestsPerMinute: false }],
  ] as const)('is %s', async (_what, options) => {
    const { modeler, sent } = counting(options)
    await Promise.all(Array.from({ length: 250 }, () => modeler.info.get()))
    expect(sent()).toBe(250)
  })

  test('can be set for any server, and leaves no timer behind when a call is aborted', async () => {
    const { modeler, sent } = counting({ baseUrl: 'http://localhost:8070', requestsPerMinute: 1 })
    await modeler.info.get()
    const controller = new AbortController()
    const waiting = modeler.info.get({ signal: controller.signal })
    const ended = expect(waiting).rejects.toThrow('enough')
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.getTimerCount()).toBe(1)
    controller.abort(new Error('enough'))
    await ended
    expect(sent()).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is shared by all resources, and by clients that are given the same one', async () => {
    const { origin: baseUrl, received } = await serve(() => ({ json: {} }))
    const clock = fakeClock()
    const rateLimiter = createRateLimiter({ requestsPerMinute: 2, ...clock })
    const files = createFiles({ auth, baseUrl, rateLimiter })
    const versions = createVersions({ auth, baseUrl, rateLimiter })
    await files.get('f1')
    await versions.get('v1')
    const third = files.get('f2')
    await settle()
    expect(clock.waiting()).toBe(1)
    expect(received).toHaveLength(2)
    await clock.advance(61_000)
    await third
    expect(received.map(({ path }) => path)).toEqual(['/api/v1/files/f1', '/api/v1/versions/v1', '/api/v1/files/f2'])
  })

  test('counts retries', async () => {
    let first = true
    const { origin: baseUrl } = await serve(() => {
      const status = first ? 503 : 200
      first = false
      return { status, json: {} }
    })
    const clock = fakeClock()
    const rateLimiter = createRateLimiter({ requestsPerMinute: 2, ...clock })
    const files = createFiles({ auth, baseUrl, rateLimiter, retry: { limit: 1, baseDelayMs: 1 } })
    await files.get('f1')
    const next = files.get('f2')
    await settle()
    expect(clock.waiting()).toBe(1)
    await clock.advance(61_000)
    await next
  })
})
