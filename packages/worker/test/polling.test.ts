import { describe, expect, test } from 'vitest'
import type { JobServer, Mode, ServerJob } from './support/job-server.ts'
import { ofType, setUp } from './support/setup.ts'
import type { VirtualClock } from './support/virtual-clock.ts'

const doNothing = (): void => {}

/** A handler that takes its time. */
function slow(ms: number): { handle: () => Promise<void>; use(clock: VirtualClock): void } {
  let clock: VirtualClock | undefined
  return {
    handle: () => new Promise((resolve) => void clock?.setTimeout(resolve, ms)),
    use(given) {
      clock = given
    },
  }
}

function pollsByType({ polls }: JobServer, from = 0): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { type, at } of polls) if (at >= from) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}

describe('an idle worker', () => {
  test.each([1, 3, 32])('with %i types polls for each at most twice a minute', async (types) => {
    const jobs = Object.fromEntries(Array.from({ length: types }, (_, i) => [`type-${i}`, doNothing]))
    const { clock, server, start } = setUp(jobs)
    const running = start()
    await clock.advance(10 * 60_000)
    expect(pollsByType(server).size).toBe(types)
    for (const count of pollsByType(server).values()) expect(count).toBeLessThanOrEqual(20)
    expect(server.openPolls()).toBe(types)
    await running.stop()
  })

  test('handles a new job immediately', async () => {
    const { clock, server, start, events } = setUp({ a: doNothing, b: doNothing })
    const running = start()
    await clock.advance(45_000)
    const job = server.add('b')
    await clock.advance(0)
    expect(job.accepted).toMatchObject([{ command: 'complete', at: 45_000 }])
    expect(ofType(events, 'job_started')).toHaveLength(1)
    await running.stop()
  })

  test('does not flood a server that responds without waiting', async () => {
    const { clock, server, start } = setUp({ a: doNothing })
    const { activate } = server
    server.activate = (body, options) => activate({ ...body, requestTimeout: -1 }, options)
    const running = start()
    await clock.advance(10_000)
    expect(server.polls.length).toBeLessThanOrEqual(11)
    await running.stop()
  })
})

describe('capacity', () => {
  test('without a free slot, there is no poll, and no timer except those of jobs', async () => {
    const { handle, use } = slow(50_000)
    const { clock, server, start, timers, worker } = setUp({ a: handle, b: handle }, { maxJobs: 4 })
    use(clock)
    for (let i = 0; i < 10; i++) server.add(i % 2 ? 'a' : 'b')
    const running = start()
    await clock.advance(10_000)
    expect(worker.stats()).toMatchObject({ held: 4, reserved: 0 })
    expect(server.openPolls()).toBe(0)
    expect(timers()).toBe(4)
    await running.stop()
  })

  test('there is no timer for turns either', async () => {
    const { handle, use } = slow(50_000)
    const { clock, server, start, timers, worker } = setUp({ a: handle, b: handle, c: handle }, { maxJobs: 2 })
    use(clock)
    for (let i = 0; i < 4; i++) server.add('b')
    const running = start()
    await clock.advance(100)
    expect(worker.stats().held).toBe(2)
    expect(timers()).toBe(2)
    await running.stop()
  })

  test('slots that become free one after the other are polled for together', async () => {
    let number = 0
    const { clock, server, start } = setUp({
      a: () => new Promise<void>((resolve) => void clock.setTimeout(resolve, 5 + (number++ % 11))),
    })
    server.latencyMs = 2.5
    for (let i = 0; i < 2000; i++) server.add('a')
    const running = start()
    await clock.advance(3000)
    expect([...server.jobs.values()].filter(({ state }) => state === 'completed')).toHaveLength(2000)
    expect((server.polls.length + server.commands.length) / 2000).toBeLessThanOrEqual(1.08)
    await running.stop()
  })

  test('slots that become free during a poll do not wait for it', async () => {
    let number = 0
    const { clock, server, start } = setUp({
      a: () => new Promise<void>((resolve) => void clock.setTimeout(resolve, number++ % 32 < 16 ? 10 : 15)),
    })
    server.latencyMs = 5
    for (let i = 0; i < 2000; i++) server.add('a')
    const running = start()
    await clock.advance(1000)
    const completed = [...server.jobs.values()].filter(({ state }) => state === 'completed').length
    // Two groups of 16 places, each polled for as soon as it is free: 30 and 35 ms for a job.
    expect(completed).toBeGreaterThanOrEqual(16 * (970 / 30 + 970 / 35) * 0.9)
    expect(server.mostHeld).toBe(32)
    await running.stop()
  })

  test('a limit of one type leaves slots for the others', async () => {
    const { handle, use } = slow(1000)
    const { clock, server, start, worker } = setUp({ a: { handle, maxJobs: 2 }, b: handle }, { maxJobs: 6 })
    use(clock)
    for (let i = 0; i < 10; i++) server.add('a')
    const running = start()
    await clock.advance(10)
    expect(worker.stats().held).toBe(2)
    for (let i = 0; i < 10; i++) server.add('b')
    await clock.advance(10)
    expect(worker.stats().held).toBe(6)
    await clock.advance(20_000)
    expect([...server.jobs.values()].every(({ state }) => state === 'completed')).toBe(true)
    expect(server.mostHeld).toBe(6)
    await running.stop()
  })

  test('a deep queue of one type keeps all slots in use, with few requests', async () => {
    const { handle, use } = slow(10)
    const { clock, server, start } = setUp({ a: handle })
    use(clock)
    server.latencyMs = 2.5
    for (let i = 0; i < 2000; i++) server.add('a')
    const running = start()
    await clock.advance(2000)
    expect([...server.jobs.values()].filter(({ state }) => state === 'completed')).toHaveLength(2000)
    expect((server.polls.length + server.commands.length) / 2000).toBeLessThanOrEqual(1.12)
    const last = Math.max(...server.commands.map(({ at }) => at))
    // 32 places, and 20 ms for each job: to the server and back twice, and its own time.
    expect(last).toBeLessThanOrEqual((2000 / 32) * 20 * 1.1)
    expect(server.mostHeld).toBe(32)
    await running.stop()
  })

  test('50 types on 8 slots: a deep queue starves none, and each is polled once a second', async () => {
    const { handle, use } = slow(10)
    const names = Array.from({ length: 50 }, (_, i) => `type-${i}`)
    const { clock, server, start } = setUp(Object.fromEntries(names.map((name) => [name, handle])), { maxJobs: 8 })
    use(clock)
    server.latencyMs = 2
    for (let i = 0; i < 3000; i++) server.add('type-7')
    const running = start()
    await clock.advance(1500)
    // A single job of each other type, at different moments of its turn.
    const singles: [job: ServerJob, addedAt: number][] = []
    for (const name of names.filter((name) => name !== 'type-7')) {
      singles.push([server.add(name), clock.now()])
      await clock.advance(31)
    }
    await clock.advance(1500)
    expect(singles).toHaveLength(49)
    // A second, and a few milliseconds for a place to become free.
    const waits = singles.map(([{ deadline }, addedAt]) => deadline - 60_000 - addedAt)
    expect(Math.max(...waits)).toBeLessThanOrEqual(1020)
    const polls = pollsByType(server)
    const seconds = clock.now() / 1000
    for (const [{ type }] of singles) {
      // One a second from the start, and one more after the job that it found.
      expect(polls.get(type), type).toBeLessThanOrEqual(Math.floor(seconds) + 2)
    }
    const done = [...server.jobs.values()].filter(({ type, state }) => type === 'type-7' && state === 'completed')
    // What is left to the deep queue is used: 8 places, and 18 ms for each job.
    expect(done.length).toBeGreaterThan(seconds * (8 / 0.018) * 0.6)
    expect(server.mostHeld).toBeLessThanOrEqual(8)
    await running.stop()
  })
})

describe('an outage', () => {
  test.each<[Mode, number]>([
    ['unavailable', 5000],
    ['exhausted', 15_000],
    ['throttled', 60_000],
    ['unreachable', 300_000],
  ])('%s, of %i ms: few polls, and work resumes within 1.1 s', async (mode, outageMs) => {
    for (const random of [0, 0.5, 0.999]) {
      const { clock, server, start, events } = setUp({ a: doNothing }, { random: () => random })
      server.mode = mode
      const running = start()
      await clock.advance(outageMs)
      // 100, 200, 400 and 800 ms, then one a second, of which a half is random.
      expect(server.polls.length).toBeLessThanOrEqual(outageMs / 1000 / ((1 + random) / 2) + 5)
      const failed = ofType(events, 'poll_failed')
      expect(failed.at(-1)).toMatchObject({ jobType: 'a', failures: failed.length, error: expect.any(Error) })
      server.mode = 'up'
      const job = server.add('a')
      await clock.advance(1100)
      expect(job.state).toBe('completed')
      await running.stop()
    }
  })

  test('a long poll that breaks is sent again, and jobs that were lost with it arrive after their timeout', async () => {
    const { clock, server, start } = setUp({ a: doNothing })
    const running = start()
    await clock.advance(1000)
    server.mode = 'lost'
    const job = server.add('a')
    await clock.advance(500)
    server.mode = 'up'
    await clock.advance(60_000)
    expect(job).toMatchObject({ state: 'completed', activations: 2 })
    await running.stop()
  })

  test.each<[Mode]>([['throttled'], ['unavailable']])('Retry-After is honored: %s', async (mode) => {
    const { clock, server, start } = setUp({ a: doNothing })
    Object.assign(server, { mode, retryAfterMs: 3000 })
    const running = start()
    await clock.advance(2999)
    expect(server.polls).toHaveLength(1)
    await clock.advance(301)
    expect(server.polls).toHaveLength(2)
    await running.stop()
  })

  test('wrong credentials do not stop the worker, which polls slowly', async () => {
    const { clock, server, start } = setUp({ a: doNothing }, { random: () => 1 })
    const { activate } = server
    server.activate = async (body) => {
      server.polls.push({ type: body.type, count: 1, waitMs: 0, at: clock.now(), body })
      throw Object.assign(new Error('Unauthorized'), { status: 401 })
    }
    const running = start()
    await clock.advance(60_000)
    expect(server.polls.length).toBeLessThanOrEqual(18)
    Object.assign(server, { activate })
    const job = server.add('a')
    await clock.advance(5000)
    expect(job.state).toBe('completed')
    await running.stop()
  })

  test('each outage starts with the shortest delay', async () => {
    const { clock, server, start, events } = setUp({ a: doNothing })
    server.mode = 'unavailable'
    const running = start()
    await clock.advance(10_000)
    server.mode = 'up'
    await clock.advance(1000)
    server.mode = 'unavailable'
    await clock.advance(40_000)
    const delays = ofType(events, 'poll_failed').filter(({ failures }) => failures === 1)
    expect(delays.map(({ delayMs }) => delayMs)).toEqual([75, 75])
    await running.stop()
  })

  test('a failing type does not stop the others', async () => {
    const { clock, server, start } = setUp({ a: doNothing, b: doNothing })
    const { activate } = server
    server.activate = async (body, options) => {
      if (body.type === 'a') throw Object.assign(new Error('Forbidden'), { status: 403 })
      return activate(body, options)
    }
    const job = server.add('b')
    const running = start()
    await clock.advance(10)
    expect(job.state).toBe('completed')
    await running.stop()
  })
})
