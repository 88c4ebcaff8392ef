import { describe, expect, test } from 'vitest'
import type { Job } from '../src/index.ts'
import { ofType, setUp } from './support/setup.ts'

describe('a worker that stops', () => {
  test.each([true, false])('while idle ends immediately (server notices: %s)', async (noticesAborts) => {
    const { clock, server, start, timers } = setUp({ a: () => {}, b: () => {} })
    server.noticesAborts = noticesAborts
    const controller = start()
    await clock.advance(1000)
    const before = clock.now()
    const stopped = controller.stop()
    await clock.advance(0)
    expect(controller.ended).toBe(true)
    expect(clock.now()).toBe(before)
    expect(timers()).toBe(0)
    if (noticesAborts) expect(server.openPolls()).toBe(0)
    await stopped
  })

  test('sends no poll if it was stopped before', async () => {
    const { clock, server, worker } = setUp({ a: () => {} })
    server.add('a')
    await worker.run({ signal: AbortSignal.abort() })
    await worker.runFor({ ms: 1000, signal: AbortSignal.abort() })
    await clock.advance(10)
    expect(server.polls).toEqual([])
  })

  test.each([true, false])('lets its handlers finish, and hands back what arrives (notices: %s)', async (notices) => {
    const { clock, server, worker, events } = setUp({ a: handle }, { maxJobs: 20 })
    function handle(): Promise<object> {
      return new Promise((resolve) => void clock.setTimeout(() => resolve({ done: true }), 3000))
    }
    server.noticesAborts = notices
    const first = Array.from({ length: 16 }, () => server.add('a'))
    const stop = new AbortController()
    const run = worker.run({ signal: stop.signal, graceMs: 5000 })
    await clock.advance(100)
    stop.abort()
    await clock.advance(100)
    // Its open poll gets it, and no other follows.
    const later = server.add('a')
    await clock.advance(0)
    const handedBack = { command: 'fail', body: { retries: 3, retryBackOff: 0 }, at: 200 }
    expect(later).toMatchObject({ state: 'ready', retries: 3, accepted: [handedBack] })
    await clock.advance(3000)
    await run
    for (const job of first) expect(job).toMatchObject({ state: 'completed', activations: 1 })
    expect(ofType(events, 'job_handed_back')).toMatchObject([{ jobKey: later.key }])
    expect(worker.stats()).toMatchObject({ completed: 16, handedBack: 1, held: 0, lost: 0 })
  })

  test('hands back what is not finished in time, without using a retry', async () => {
    const reasons: unknown[] = []
    const { clock, server, worker } = setUp({
      a: ({ signal }: Job) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            reasons.push(signal.reason)
            reject(signal.reason)
          }),
        ),
    })
    const job = server.add('a', { retries: 1 })
    const stop = new AbortController()
    const run = worker.run({ signal: stop.signal, graceMs: 5000 })
    await clock.advance(10)
    stop.abort()
    await clock.advance(4990)
    expect(reasons).toEqual([])
    await clock.advance(10)
    await run
    expect(reasons).toMatchObject([{ name: 'AbortError' }])
    expect(job).toMatchObject({ state: 'ready', retries: 1 })
    for (const { command, body } of job.accepted) {
      expect([command, body]).toMatchObject(['fail', { retries: 1, retryBackOff: 0 }])
    }
  })

  test.each([
    [true, 1, 0],
    [true, 3, 50],
    [false, 1, 0],
    [false, 3, 20],
    [false, 1, 50],
  ])(
    'hands back again what lands in its own open poll (notices: %s, %i types, %i ms away)',
    async (notices, types, latencyMs) => {
      const names = ['a', 'b', 'c'].slice(0, types)
      const never = (): Promise<void> => new Promise(() => {})
      const { clock, server, worker } = setUp(Object.fromEntries(names.map((name) => [name, never])))
      Object.assign(server, { noticesAborts: notices, latencyMs })
      const jobs = Array.from({ length: 5 }, () => server.add('a'))
      const stop = new AbortController()
      const run = worker.run({ signal: stop.signal, graceMs: 1000 })
      await clock.advance(500)
      stop.abort()
      await clock.advance(3000)
      await run
      // The first one that was handed back came again.
      expect(jobs.map(({ activations }) => activations)).toEqual([2, 1, 1, 1, 1])
      for (const job of jobs) expect(job).toMatchObject({ state: 'ready', retries: 3 })
      expect(worker.stats()).toMatchObject({ handedBack: 6, lost: 0, held: 0 })
    },
  )

  test.each([true, false])(
    'hands back the job that results from its last completion (notices: %s)',
    async (notices) => {
      const { clock, server, worker } = setUp({
        first: () => new Promise<void>((resolve) => void clock.setTimeout(resolve, 1000)),
        second: () => {},
      })
      Object.assign(server, { noticesAborts: notices, latencyMs: 10 })
      const { complete } = server
      server.complete = async (...request) => {
        await complete(...request)
        server.add('second')
      }
      server.add('first')
      const stop = new AbortController()
      const run = worker.run({ signal: stop.signal })
      await clock.advance(500)
      stop.abort()
      await clock.advance(1000)
      await run
      expect([...server.jobs.values()]).toMatchObject([
        { type: 'first', state: 'completed' },
        { type: 'second', state: 'ready', activations: 1, retries: 3 },
      ])
    },
  )

  test('hands back jobs that arrive although their poll was aborted', async () => {
    const { clock, server, worker } = setUp({ a: () => {} })
    const { activate } = server
    // A client that has the response already when it is told to stop.
    server.activate = (body) => activate(body)
    const stop = new AbortController()
    const run = worker.run({ signal: stop.signal })
    await clock.advance(10)
    stop.abort()
    await clock.advance(100)
    const job = server.add('a')
    await clock.advance(2000)
    await run
    expect(job).toMatchObject({ state: 'ready', activations: 1, retries: 3, accepted: [{ command: 'fail' }] })
  })

  test('does not abort a poll that is about to return', async () => {
    const { clock, server, worker } = setUp({ a: () => {}, b: () => {} })
    Object.assign(server, { latencyMs: 50, noticesAborts: false })
    const jobs = Array.from({ length: 20 }, () => server.add('a'))
    const stop = new AbortController()
    const run = worker.run({ signal: stop.signal, graceMs: 0 })
    // The first poll has returned one job, and the second has requested more, without waiting.
    await clock.advance(180)
    expect(jobs.filter(({ state }) => state === 'active').length).toBeGreaterThan(10)
    stop.abort()
    await clock.advance(2000)
    await run
    expect(jobs.filter(({ state }) => state === 'active')).toEqual([])
    expect(worker.stats().lost).toBe(0)
  })

  test('does not hand back finished work, and reports what it lost if no server responds', async () => {
    const { clock, server, worker, events } = setUp({ a: () => ({}) })
    server.add('a')
    const stop = new AbortController()
    const run = worker.run({ signal: stop.signal, graceMs: 1000 })
    server.mode = 'unavailable'
    await clock.advance(10)
    stop.abort()
    await clock.advance(3000)
    await run
    expect(server.commands.every(({ command }) => command === 'complete')).toBe(true)
    expect(ofType(events, 'stopped')).toEqual([{ type: 'stopped', lost: 1 }])
    expect(worker.stats()).toMatchObject({ lost: 1, held: 0 })
  })

  test('ends even if a client ignores its signal', async () => {
    const { clock, server, worker, timers } = setUp({ a: () => {} })
    server.activate = () => new Promise(() => {})
    const stop = new AbortController()
    const run = worker.run({ signal: stop.signal })
    await clock.advance(10)
    stop.abort()
    await clock.advance(2000)
    await run
    expect(timers()).toBe(0)
  })

  test('can run again, but not twice at the same time', async () => {
    const { clock, server, worker } = setUp({ a: () => {} })
    const stop = new AbortController()
    const run = worker.run({ signal: stop.signal })
    await expect(worker.run()).rejects.toMatchObject({ code: 'config_invalid' })
    stop.abort()
    await clock.advance(100)
    await run
    const job = server.add('a')
    const again = new AbortController()
    const second = worker.run({ signal: again.signal })
    await clock.advance(10)
    again.abort()
    await clock.advance(100)
    await second
    expect(job.state).toBe('completed')
  })

  test.each([
    ['graceMs', { graceMs: -1 }],
    ['signal', { signal: 'stop' as never }],
  ])('checks its options: %s', async (name, options) => {
    const { worker } = setUp({ a: () => {} })
    await expect(worker.run(options)).rejects.toThrow(`\`${name}\` must be`)
  })
})

describe('runFor', () => {
  test.each([1, 3, 40])('handles available jobs and those that follow, then ends early (%i types)', async (types) => {
    const names = Array.from({ length: types }, (_, index) => `type-${index}`)
    const { clock, server, worker, timers } = setUp(Object.fromEntries(names.map((name) => [name, handle])))
    function handle({ variables }: Job): void {
      // The process goes on a little later.
      if (variables.more) clock.setTimeout(() => void server.add(names.at(-1) as string), 100)
    }
    for (let i = 0; i < 100; i++) server.add(names[i % types] as string, { variables: { more: i < 3 } })
    let endedAt: number | undefined
    const run = worker.runFor({ ms: 60_000 }).then(() => {
      endedAt = clock.now()
    })
    await clock.advance(60_000)
    await run
    expect(server.jobs.size).toBe(103)
    for (const job of server.jobs.values()) expect(job.state).toBe('completed')
    expect(endedAt).toBeLessThanOrEqual(3000)
    expect(timers()).toBe(0)
  })

  test('ends immediately if there are no jobs, after one poll for each type', async () => {
    const { clock, server, worker } = setUp({ a: () => {}, b: () => {} })
    const run = worker.runFor({ ms: 60_000 })
    await clock.advance(0)
    await run
    expect(server.polls.map(({ type, waitMs }) => [type, waitMs])).toEqual([
      ['a', -1],
      ['b', -1],
    ])
  })

  test('ends on time with an endless queue, and leaves nothing activated', async () => {
    const { clock, server, worker } = setUp({
      a: () => new Promise<void>((resolve) => void clock.setTimeout(resolve, 700)),
      b: () => new Promise<void>(() => {}),
    })
    for (let i = 0; i < 5000; i++) server.add(i % 10 ? 'a' : 'b')
    let endedAt = Number.NaN
    const run = worker.runFor({ ms: 10_000 }).then(() => {
      endedAt = clock.now()
    })
    await clock.advance(10_000)
    await run
    expect(endedAt).toBeLessThanOrEqual(10_000)
    expect([...server.jobs.values()].filter(({ state }) => state === 'active')).toEqual([])
    expect(worker.stats().completed).toBeGreaterThan(50)
  })

  test.each([50, 1000, 10_000])('works on the jobs that its last poll in %i ms returns', async (ms) => {
    const { clock, server, worker } = setUp({ a: () => {} })
    // The poll that the first job allows is sent before polling ends, and its response arrives after that.
    server.latencyMs = ms / 20
    for (let i = 0; i < 500; i++) server.add('a')
    const run = worker.runFor({ ms })
    await clock.advance(ms)
    await run
    const jobs = [...server.jobs.values()]
    expect(jobs.filter(({ state }) => state === 'active')).toEqual([])
    expect(jobs.flatMap(({ accepted }) => accepted).filter(({ command }) => command === 'fail')).toEqual([])
    expect(worker.stats()).toMatchObject({
      lost: 0,
      completed: jobs.filter(({ state }) => state === 'completed').length,
    })
  })

  test('hands back a job that arrives while another is handed back, without waiting for longer', async () => {
    const { clock, server, worker } = setUp({
      a: () => {
        server.latencyMs = 438
        return new Promise<void>(() => {})
      },
      b: () => {},
    })
    server.add('a')
    server.add('a')
    clock.setTimeout(() => Object.assign(server, { latencyMs: 2 }), 800)
    let endedAt = Number.NaN
    const run = worker.runFor({ ms: 1000 }).then(() => {
      endedAt = clock.now()
    })
    await clock.advance(1000)
    await run
    expect([...server.jobs.values()].map(({ state }) => state)).toEqual(['ready', 'ready'])
    expect(server.commands.map(({ command, at }) => [command, at < 890])).toEqual([
      ['fail', true],
      ['fail', true],
    ])
    expect(endedAt).toBeLessThan(990)
  })

  test('keeps retrying through an outage until the time has passed', async () => {
    const { clock, server, worker } = setUp({ a: () => {} })
    const job = server.add('a')
    server.mode = 'unreachable'
    clock.setTimeout(() => Object.assign(server, { mode: 'up' }), 5000)
    const run = worker.runFor({ ms: 10_000 })
    await clock.advance(10_000)
    await run
    expect(job.state).toBe('completed')
  })

  test.each([
    ['ms', { ms: 0 }],
    ['ms', {} as never],
    ['graceMs', { ms: 1000, graceMs: 0.5 }],
  ])('checks its options: %s', async (name, options) => {
    const { worker } = setUp({ a: () => {} })
    await expect(worker.runFor(options)).rejects.toThrow(`\`${name}\` must be`)
  })
})
