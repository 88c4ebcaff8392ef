import { describe, expect, test } from 'vitest'
import { BpmnError, type HandlerResult, type Job, JobFailure } from '../src/index.ts'
import { httpError } from './support/job-server.ts'
import { ofType, setUp } from './support/setup.ts'

class Money {
  readonly amount = 1
}
const trap = (): never => {
  throw new Error('trap')
}
/** An object that throws whatever one does with it. */
const hostile = (): object =>
  new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap, getOwnPropertyDescriptor: trap })
const deep = (levels: number): object => {
  let value: object = {}
  for (let i = 0; i < levels; i++) value = { value }
  return value
}
const withGetter = {
  get price(): number {
    return trap()
  },
}

describe('whatever a handler does, its job fails with one retry less, and the worker continues', () => {
  test.each<[string, () => HandlerResult | Promise<HandlerResult>, RegExp]>([
    ['throws an object that throws', () => throwing(hostile()), /^The handler threw a value that cannot be read/],
    ['throws null', () => throwing(null), /^The handler threw null$/],
    ['throws an empty text', () => throwing(''), /^The handler threw an empty string$/],
    ['throws an object with a message', () => throwing({ message: 'No paper' }), /^No paper$/],
    ['throws an error without a message', () => throwing(new RangeError()), /^RangeError$/],
    ['throws a BPMN error with a getter that throws', () => throwing(new BpmnError('NO', '', withGetter)), /: trap$/],
    [
      'throws a JobFailure with a getter that throws',
      () => throwing(new JobFailure('No', { variables: withGetter })),
      /: trap$/,
    ],
    [
      'throws what fetch throws when nobody listens',
      () =>
        throwing(
          new TypeError('fetch failed', { cause: new AggregateError([new Error('connect ECONNREFUSED ::1:1')]) }),
        ),
      /^TypeError: fetch failed, caused by AggregateError, caused by connect ECONNREFUSED ::1:1$/,
    ],
    ['throws an abort error of its own', () => throwing(AbortSignal.abort().reason), /^AbortError: /],
    ['rejects with undefined', () => Promise.reject(undefined), /^The handler threw undefined$/],
    ['returns an object that throws', () => hostile(), /trap/],
    ['returns a getter that throws', () => withGetter, /^trap$/],
    ['returns an instance of a class', () => new Money(), /^The handler must return a plain object or nothing/],
    ['returns an instance in variables', () => ({ price: new Money() }), /`price` is an instance of a class/],
    ['returns infinity', () => ({ price: 1 / 0 }), /`price` is not a finite number/],
    ['returns a symbol', () => ({ price: Symbol('no') }), /`price` is a symbol/],
    ['returns an invalid date', () => ({ at: new Date(Number.NaN) }), /`at` is an invalid date/],
    ['returns a promise in variables', () => ({ price: Promise.resolve(1) }), /`price` is an instance of a class/],
    [
      'returns what is too deep for JSON',
      () => deep(100_000),
      /^The result of the handler cannot be represented in JSON: `value\.value.*…` is nested deeper than 500 levels$/,
    ],
    ['returns a bigint', () => 7n as never, /^The handler must return a plain object or nothing/],
  ])('%s', async (_, behave, message) => {
    let runs = 0
    const { clock, server, start } = setUp({ a: () => (++runs === 1 ? behave() : undefined) })
    const job = server.add('a')
    const running = start()
    await clock.advance(100)
    const [failure] = job.accepted
    expect(failure).toMatchObject({
      command: 'fail',
      body: { retries: 2, errorMessage: expect.stringMatching(message) },
    })
    expect(job.state).toBe('completed')
    await running.stop()
  })

  test('bigints and dates are variables', async () => {
    const at = new Date(0)
    const { clock, server, start } = setUp({ a: () => ({ id: 2n ** 62n, lines: [{ id: -1n }], at, gone: undefined }) })
    const job = server.add('a')
    const running = start()
    await clock.advance(100)
    expect(job.accepted).toMatchObject([{ command: 'complete', body: { variables: { id: 2n ** 62n, at } } }])
    await running.stop()
  })
})

describe('a job that arrives again while the worker holds it', () => {
  test('in the same response runs once', async () => {
    let runs = 0
    const { clock, server, start, worker } = setUp({ a: () => void runs++ })
    const { activate } = server
    server.activate = async (body, options) => {
      const { jobs } = await activate(body, options)
      return { jobs: [...jobs, ...jobs] }
    }
    const job = server.add('a')
    const running = start()
    await clock.advance(100)
    expect([runs, job.accepted.length]).toEqual([1, 1])
    expect(worker.stats()).toMatchObject({ held: 0, completed: 1, gone: 0 })
    await running.stop()
  })

  test.each([true, false])('does not run again if its completion is only slow (leases: %s)', async (leases) => {
    let runs = 0
    const { clock, server, start, worker } = setUp({ a: { timeoutMs: 5000, handle: () => void runs++ } }, { leases })
    const { complete } = server
    // The server takes it to have timed out after 3 s, and the worker's poll gets it again.
    server.earlyMs = 2000
    server.complete = async () => {
      throw httpError(503, 'UNAVAILABLE')
    }
    const job = server.add('a')
    const running = start()
    await clock.advance(3500)
    expect(job).toMatchObject({ state: 'active', activations: 2 })
    Object.assign(server, { complete })
    await clock.advance(1000)
    expect(job.accepted).toHaveLength(1)
    expect(runs).toBe(1)
    expect(worker.stats()).toMatchObject({ held: 0, completed: 1, gone: 0 })
    await running.stop()
  })

  test('while its completion is pending is completed with its new lease', async () => {
    let runs = 0
    const { clock, server, start } = setUp({ a: { timeoutMs: 5000, handle: () => void runs++ } }, { leases: true })
    const { complete } = server
    server.earlyMs = 2000
    server.complete = async (...request) => {
      Object.assign(server, { complete })
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, 4000))
      return complete(...request)
    }
    const job = server.add('a')
    const running = start()
    await clock.advance(4100)
    expect(job).toMatchObject({ activations: 2, accepted: [{ body: { jobLeaseToken: 'lease-2' } }] })
    expect(runs).toBe(1)
    await running.stop()
  })

  test('after its failure was accepted runs again, and is not failed by a repetition', async () => {
    let runs = 0
    const { clock, server, start, worker } = setUp({
      a() {
        if (++runs === 1) throw new Error('the first time')
        return new Promise<void>((resolve) => void clock.setTimeout(resolve, 3000))
      },
    })
    const { fail } = server
    // Taken, and the response is lost: the job is in the worker's open poll before it knows.
    server.fail = async (...request) => {
      await fail(...request)
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, 50))
      throw Object.assign(new Error('fetch failed'), { code: 'network' })
    }
    const job = server.add('a')
    const running = start()
    await clock.advance(4000)
    expect(job.accepted.map(({ command }) => command)).toEqual(['fail', 'complete'])
    expect(server.commands.map(({ command }) => command)).toEqual(['fail', 'complete'])
    expect(worker.stats()).toMatchObject({ held: 0, failed: 1, completed: 1, gone: 0, lost: 0 })
    await running.stop()
  })

  test('while its handler runs has timed out: the first run is notified, and only one slot is held', async () => {
    const signals: AbortSignal[] = []
    const { clock, server, start, worker } = setUp(
      {
        a: {
          timeoutMs: 5000,
          handle({ signal }: Job) {
            signals.push(signal)
            return signals.length === 1 ? new Promise<void>(() => {}) : undefined
          },
        },
      },
      { maxJobs: 2 },
    )
    server.earlyMs = 2000
    const job = server.add('a')
    const running = start()
    await clock.advance(3100)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
    expect(job).toMatchObject({ state: 'completed', activations: 2, retries: 3 })
    expect(worker.stats()).toMatchObject({ timedOut: 1, completed: 1, held: 0 })
    expect(server.mostHeld).toBeLessThanOrEqual(2)
    await running.stop()
  })

  test('a signal that the handler first reads after the timeout is aborted', async () => {
    let late: Job | undefined
    const { clock, server, start } = setUp({
      a: {
        timeoutMs: 1000,
        handle(job: Job) {
          late ??= job
          return late === job ? new Promise<void>(() => {}) : undefined
        },
      },
    })
    server.add('a')
    const running = start()
    await clock.advance(2000)
    expect(late?.signal.aborted).toBe(true)
    expect(late?.signal.reason).toMatchObject({ name: 'TimeoutError' })
    await running.stop()
  })
})

describe('a server that violates its contract', () => {
  test('by returning more jobs than requested gets the rest back, with unchanged retries', async () => {
    let now = 0
    let most = 0
    const { clock, server, start } = setUp(
      {
        async a() {
          most = Math.max(most, ++now)
          await new Promise<void>((resolve) => void clock.setTimeout(resolve, 10))
          now--
        },
      },
      { maxJobs: 2 },
    )
    server.surplus = 3
    const jobs = Array.from({ length: 20 }, () => server.add('a'))
    const running = start()
    await clock.advance(5000)
    expect(most).toBe(2)
    for (const job of jobs) {
      expect(job).toMatchObject({ state: 'completed', retries: 3 })
      expect(job.accepted.filter(({ command }) => command === 'complete')).toHaveLength(1)
    }
    await running.stop()
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no list', { jobs: null }],
    ['a hole', { jobs: [null] }],
    ['a job without a key', { jobs: [{ type: 'a' }] }],
  ])('by returning %s gets the next poll', async (_, response) => {
    const { clock, server, start, events } = setUp({ a: () => {} })
    const { activate } = server
    server.activate = async () => {
      Object.assign(server, { activate })
      return response as never
    }
    const job = server.add('a')
    const running = start()
    await clock.advance(1000)
    expect(ofType(events, 'poll_failed')).toHaveLength(1)
    expect(job.state).toBe('completed')
    await running.stop()
  })

  test.each([0, Number.MAX_SAFE_INTEGER])(
    'by having a wrong clock changes no timeout (deadline %i)',
    async (deadline) => {
      const { clock, server, start } = setUp({
        a: () => new Promise<void>((resolve) => void clock.setTimeout(resolve, 50_000)),
      })
      const job = server.add('a', { deadline })
      const running = start()
      await clock.advance(50_001)
      expect(job).toMatchObject({ state: 'completed', activations: 1 })
      await running.stop()
    },
  )

  test.each([0, -5, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 40, 'soon', null])(
    'by requesting a wait of %s gets the next poll neither immediately nor after hours',
    async (retryAfterMs) => {
      const { clock, server, start } = setUp({ a: () => {} })
      const { activate } = server
      server.activate = async (body) => {
        server.polls.push({ type: body.type, count: 1, waitMs: 0, at: clock.now(), body })
        throw Object.assign(new Error('Unavailable'), { status: 503, retryAfterMs })
      }
      const running = start()
      await clock.advance(10_000)
      expect(server.polls.length).toBeLessThanOrEqual(25)
      Object.assign(server, { activate })
      const job = server.add('a')
      await clock.advance(330_000)
      expect(job.state).toBe('completed')
      await running.stop()
    },
  )
})

test('50 types that are all rejected with 401 send few polls', async () => {
  const types = Array.from({ length: 50 }, (_, index) => [`type-${index}`, () => {}] as const)
  const { clock, server, start } = setUp(Object.fromEntries(types), { maxJobs: 64, random: () => 0.9 })
  let polls = 0
  server.activate = async () => {
    polls++
    throw httpError(401, 'UNAUTHORIZED')
  }
  const running = start()
  await clock.advance(60_000)
  expect(polls / 50).toBeLessThanOrEqual(20)
  await running.stop()
})

test('a request to extend the timeout ends with the worker', async () => {
  const failures: unknown[] = []
  const { clock, server, worker } = setUp({
    a: ({ extendTimeout }: Job) => extendTimeout(10_000).catch((error) => void failures.push(error)),
  })
  server.update = (_key, _body, options) =>
    new Promise((_, reject) => options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)))
  server.add('a')
  const stop = new AbortController()
  const run = worker.run({ signal: stop.signal, graceMs: 100 })
  await clock.advance(10)
  stop.abort()
  await clock.advance(3000)
  await run
  expect(failures).toMatchObject([{ name: 'AbortError' }])
})

function throwing(thrown: unknown): never {
  throw thrown
}
