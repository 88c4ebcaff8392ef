import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFiles } from '../src/entries/unchecked/files.ts'
import { createVersions } from '../src/entries/unchecked/versions.ts'
import { createModelerClient, createRateLimiter, type ModelerClientOptions, type RestEvent } from '../src/index.ts'
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

  test('a pause holds everybody, those too that wait already, and tells how long', async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter({ requestsPerMinute: 1, ...clock })
    await limiter.acquire()
    const waits: number[] = []
    const sent: number[] = []
    const acquire = () => limiter.acquire(undefined, (ms) => waits.push(ms)).then(() => sent.push(clock.now()))
    void acquire()
    await settle()
    limiter.pause?.(90_000)
    void acquire()
    await clock.advance(89_999)
    expect(sent).toEqual([])
    await clock.advance(100_000)
    expect(sent).toEqual([90_000, 151_000])
    // Put off together, in the order in which they came.
    expect(waits).toEqual([61_000, 151_000, 29_000])
    expect(clock.waiting()).toBe(0)
  })

  test('without a limit all go at once, until a pause; then those of SaaS count, the sent ones too', async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter(clock)
    let sent = 0
    for (let i = 0; i < 300; i++) void limiter.acquire().then(() => sent++)
    await settle()
    expect(sent).toBe(300)
    await clock.advance(1_000)
    limiter.pause?.(10_000)
    for (let i = 0; i < 300; i++) void limiter.acquire().then(() => sent++)
    await clock.advance(59_999)
    expect(sent).toBe(300)
    await clock.advance(1)
    expect(sent).toBe(540)
  })

  test('who cannot wait so long gives the place up', async () => {
    const clock = fakeClock()
    const limiter = createRateLimiter({ requestsPerMinute: 1, ...clock })
    await limiter.acquire()
    const impatient = limiter.acquire(undefined, (ms) => {
      throw new Error(`${ms} is too long`)
    })
    await expect(impatient).rejects.toThrow('61000 is too long')
    let sent = false
    void limiter.acquire().then(() => {
      sent = true
    })
    await clock.advance(61_000)
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

  test('tells what it waits for', async () => {
    const events: RestEvent[] = []
    const { modeler } = counting({ requestsPerMinute: 1, onEvent: (event) => events.push(event) })
    const all = Promise.all([modeler.files.get('f/1'), modeler.files.get('f/2')])
    await vi.advanceTimersByTimeAsync(61_000)
    await all
    const url = 'https://modeler.cloud.camunda.io/api/v1/files/f%2F2'
    const step = { operation: 'files.get', method: 'GET', url, attempt: 1 }
    expect(events.filter(({ type }) => type === 'paced')).toEqual([{ type: 'paced', ...step, waitMs: 61_000 }])
  })

  test('a listener that throws does not matter', async () => {
    const { modeler } = counting({
      requestsPerMinute: 1,
      onEvent: () => {
        throw new Error('not the call')
      },
    })
    const all = Promise.all([modeler.info.get(), modeler.info.get()])
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await all).toEqual([{}, {}])
  })

  test("a call's own time limit holds for the wait too: it fails at once when its turn comes too late", async () => {
    const events: RestEvent[] = []
    const { modeler, sent } = counting({ requestsPerMinute: 1, onEvent: (event) => events.push(event) })
    await modeler.info.get()
    await expect(modeler.info.get({ timeoutMs: 60_000 })).rejects.toMatchObject({
      name: 'TimeoutError',
      operation: 'info.get',
      timeoutMs: 60_000,
    })
    expect(events.at(-1)).toMatchObject({ type: 'error', operation: 'info.get', error: { name: 'TimeoutError' } })
    expect(vi.getTimerCount()).toBe(0)
    const patient = modeler.info.get({ timeoutMs: 62_000 })
    await vi.advanceTimersByTimeAsync(61_000)
    await patient
    expect(sent()).toBe(2)
  })

  test("what a wait leaves of a call's own time limit is for the request", async () => {
    const { modeler } = counting({
      requestsPerMinute: 1,
      fetch: (_, init) => (init?.body ? new Promise(() => {}) : Promise.resolve(Response.json({}))),
    })
    await modeler.info.get()
    const ended = expect(modeler.files.search({}, { timeoutMs: 70_000 })).rejects.toMatchObject({
      name: 'TimeoutError',
    })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(9_000)
    await ended
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a server that answers 429', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const auth = { headers: async () => ({ authorization: 'Bearer t' }) }

  /** A Web Modeler that lets so many requests in each minute, and tells the rest when to come back. */
  function limited(perMinute: number, options: Partial<ModelerClientOptions> = {}) {
    const arrivals: number[] = []
    const refused: number[] = []
    const events: RestEvent[] = []
    const modeler = createModelerClient({
      auth,
      validate: 'off',
      baseUrl: 'https://modeler.example.com',
      onEvent: (event) => events.push(event),
      fetch: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        const now = Date.now()
        const recent = arrivals.filter((time) => time > now - 60_000)
        if (recent.length < perMinute) {
          arrivals.push(now)
          return Response.json({})
        }
        refused.push(now)
        const seconds = Math.ceil(((recent[0] as number) + 60_000 - now) / 1000)
        return new Response('', { status: 429, headers: { 'retry-after': String(seconds) } })
      },
      ...options,
    })
    return { modeler, arrivals, refused, events }
  }

  test.each([
    ['240 a minute', 240],
    ['fewer', 100],
  ])('of %s is no reason to fail, wherever it is', async (_, perMinute) => {
    const { modeler, arrivals, refused, events } = limited(perMinute)
    let done = 0
    const work = async (): Promise<void> => {
      for (let i = 0; i < 150; i++) {
        await modeler.files.get(String(i))
        done++
      }
    }
    const all = Promise.all([work(), work(), work(), work()])
    await vi.advanceTimersByTimeAsync(10 * 61_000)
    await all
    expect(done).toBe(600)
    expect(arrivals).toHaveLength(600)
    // Four were under way each time that the server had enough; with its own rate known that is once.
    expect(refused.length).toBeLessThanOrEqual(perMinute === 240 ? 4 : 40)
    expect(events.filter(({ type }) => type === 'error')).toEqual([])
    expect(events.filter(({ type }) => type === 'paced').length).toBeGreaterThan(0)
    expect(events).toContainEqual(expect.objectContaining({ type: 'retry', status: 429, attempt: 1 }))
    expect(vi.getTimerCount()).toBe(0)
  })

  test('holds the other calls too, however short it is', async () => {
    const paths: string[] = []
    const { modeler } = limited(0, {
      fetch: async (input) => {
        paths.push(String(input).split('/').at(-1) as string)
        return paths.length === 1 ? tooMany('5') : Response.json({})
      },
    })
    const first = modeler.files.get('first')
    await vi.advanceTimersByTimeAsync(1_000)
    const second = modeler.files.get('second')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(paths).toEqual(['first'])
    await vi.advanceTimersByTimeAsync(2_000)
    await Promise.all([first, second])
    expect(paths.sort()).toEqual(['first', 'first', 'second'])
  })

  test.each<[what: string, options: Partial<ModelerClientOptions>]>([
    ['nothing is to be repeated', { retry: false }],
    ['there shall be no limit', { requestsPerMinute: false }],
  ])('fails the call when %s', async (_, options) => {
    const { modeler, events } = limited(0, { fetch: async () => tooMany('43'), ...options })
    await expect(modeler.info.get()).rejects.toMatchObject({ name: 'RateLimitedError', retryAfterMs: 43_000 })
    expect(events.filter(({ type }) => type === 'error')).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  const tooMany = (retryAfter: string): Response =>
    new Response('', { status: 429, headers: { 'retry-after': retryAfter } })

  test('is not waited for when it asks for more than a minute, or for more than the call has', async () => {
    const { modeler } = limited(0, { fetch: async () => tooMany('3600') })
    await expect(modeler.info.get()).rejects.toMatchObject({ name: 'RateLimitedError', retryAfterMs: 3_600_000 })
    const { modeler: other } = limited(0, { fetch: async () => tooMany('43') })
    await expect(other.info.get({ timeoutMs: 20_000 })).rejects.toMatchObject({ name: 'RateLimitedError' })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('for good ends the call after as many tries as are allowed', async () => {
    let sent = 0
    const { modeler, events } = limited(0, {
      retry: { limit: 3 },
      fetch: async () => {
        sent++
        return tooMany(sent === 1 ? '43' : '1')
      },
    })
    const ended = expect(modeler.files.create({ name: 'a', fileType: 'bpmn', content: '' })).rejects.toMatchObject({
      name: 'RateLimitedError',
    })
    await vi.advanceTimersByTimeAsync(10 * 61_000)
    await ended
    expect(sent).toBe(4)
    expect(events.filter(({ type }) => type === 'error')).toHaveLength(1)
  })
})
