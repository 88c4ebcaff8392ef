import { describe, expect, test } from 'vitest'
import { BpmnError, type Job, JobFailure } from '../src/index.ts'
import { httpError, type Mode } from './support/job-server.ts'
import { ofType, setUp } from './support/setup.ts'

const never = (): Promise<void> => new Promise(() => {})

describe('a command that fails', () => {
  test.each<[string, Mode, () => object]>([
    ['a completion', 'unavailable', () => ({})],
    ['a completion', 'throttled', () => ({})],
    ['a completion', 'unreachable', () => ({})],
    ['a failure', 'unavailable', () => throwing(new JobFailure('No', { backoffMs: 3_600_000 }))],
    ['a BPMN error', 'unreachable', () => throwing(new BpmnError('NO'))],
  ])('is retried until the timeout: %s, %s', async (_, mode, handler) => {
    let runs = 0
    const { clock, server, start, events } = setUp({
      a() {
        runs++
        server.mode = mode
        return handler()
      },
    })
    const jobs = Array.from({ length: 10 }, () => server.add('a'))
    const running = start()
    await clock.advance(50_000)
    expect(jobs.map(({ accepted }) => accepted.length)).toEqual(jobs.map(() => 0))
    // 100 ms doubling to 1 s, of which three quarters with this random number.
    expect(ofType(events, 'command_retry').length / 10).toBeLessThanOrEqual(71)
    server.mode = 'up'
    await clock.advance(1000)
    expect(jobs.map(({ accepted }) => accepted.length)).toEqual(jobs.map(() => 1))
    expect(runs).toBe(10)
    expect(ofType(events, 'command_failed')).toEqual([])
    server.jobs.clear()
    await running.stop()
  })

  test('after a lost response, a 404 means that it was done', async () => {
    const { clock, server, start, worker, events } = setUp({
      a() {
        server.mode = 'lost'
        clock.setTimeout(() => Object.assign(server, { mode: 'up' }), 10)
      },
    })
    const job = server.add('a')
    const running = start()
    await clock.advance(5000)
    expect(job.accepted).toHaveLength(1)
    expect(server.commands.map(({ command }) => command)).toEqual(['complete', 'complete'])
    expect(worker.stats()).toMatchObject({ completed: 1, gone: 0, lost: 0 })
    expect(ofType(events, 'job_completed')).toHaveLength(1)
    await running.stop()
  })

  test.each([404, 409])('with %i is final: an event, and no failure', async (status) => {
    const { clock, server, start, worker, events } = setUp({ a: () => ({}) })
    server.add('a')
    server.complete = async (key) => {
      server.commands.push({ command: 'complete', key, at: clock.now() })
      throw httpError(status, 'NOT_FOUND')
    }
    const running = start()
    await clock.advance(5000)
    expect(server.commands).toHaveLength(1)
    expect(worker.stats()).toMatchObject({ gone: 1, failed: 0, held: 0 })
    expect(ofType(events, 'job_gone')).toMatchObject([{ command: 'complete', status }])
    server.jobs.clear()
    await running.stop()
  })

  test('an outage that is longer than the timeout is an event, and the slot is free', async () => {
    const { clock, server, start, worker, events } = setUp({
      a: {
        timeoutMs: 5000,
        handle() {
          server.mode = 'unavailable'
        },
      },
    })
    server.add('a')
    const running = start()
    await clock.advance(5001)
    expect(ofType(events, 'command_failed')).toMatchObject([{ command: 'complete', error: { status: 503 } }])
    expect(worker.stats()).toMatchObject({ held: 0, lost: 1 })
    await running.stop()
  })
})

describe('the timeout of a job', () => {
  test('frees the slot of a handler that never settles, and notifies it by the signal', async () => {
    const signals: AbortSignal[] = []
    const { clock, server, start, events, worker } = setUp(
      {
        a: {
          timeoutMs: 5000,
          handle(job) {
            signals.push(job.signal)
            return signals.length === 1 ? never() : undefined
          },
        },
      },
      { maxJobs: 1 },
    )
    const first = server.add('a')
    const second = server.add('a')
    const running = start()
    await clock.advance(4999)
    expect(signals[0]?.aborted).toBe(false)
    await clock.advance(2)
    expect(signals[0]?.reason).toMatchObject({ name: 'TimeoutError' })
    expect(ofType(events, 'job_timed_out')).toMatchObject([{ jobType: 'a', jobKey: first.key }])
    await clock.advance(1000)
    expect([first.state, second.state]).toEqual(['completed', 'completed'])
    expect(worker.stats()).toMatchObject({ timedOut: 1, completed: 2, failed: 0 })
    await running.stop()
  })

  test('an error that a handler throws after it uses no retry', async () => {
    const { clock, server, start } = setUp({
      a: {
        timeoutMs: 5000,
        handle: ({ signal }) =>
          new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
      },
    })
    const job = server.add('a')
    const running = start()
    await clock.advance(20_000)
    expect(job).toMatchObject({ retries: 3, accepted: [] })
    expect(server.commands).toEqual([])
    server.jobs.clear()
    await running.stop()
  })

  test('work that is finished late is not repeated, if no other worker has started it', async () => {
    let runs = 0
    const { clock, server, start, worker } = setUp(
      {
        a: {
          timeoutMs: 5000,
          handle: () =>
            new Promise((resolve) => void clock.setTimeout(() => resolve({ run: ++runs }), runs ? 100_000 : 5500)),
        },
      },
      { maxJobs: 1 },
    )
    const job = server.add('a')
    const running = start()
    await clock.advance(5600)
    // The second run has begun, and this is the first one's completion.
    expect(job).toMatchObject({ state: 'completed', accepted: [{ body: { variables: { run: 1 } } }] })
    expect(worker.stats()).toMatchObject({ timedOut: 1, completed: 1 })
    await running.stop()
  })

  test('can be extended', async () => {
    const { clock, server, start, events } = setUp({
      a: {
        timeoutMs: 5000,
        async handle({ extendTimeout }: Job) {
          await new Promise<void>((resolve) => void clock.setTimeout(resolve, 4000))
          await extendTimeout(20_000)
          await new Promise<void>((resolve) => void clock.setTimeout(resolve, 19_000))
          await expect(extendTimeout(-1)).rejects.toThrow('`ms` of extendTimeout')
        },
      },
    })
    const job = server.add('a')
    const running = start()
    await clock.advance(24_000)
    expect(job).toMatchObject({ state: 'completed', activations: 1, timeouts: 0 })
    expect(ofType(events, 'job_timed_out')).toEqual([])
    await running.stop()
  })
})

describe('events', () => {
  test('report the life of a job, without values', async () => {
    const { clock, server, start, events } = setUp({ a: () => ({ card: '4111' }) })
    const job = server.add('a', { variables: { pin: '7788' } })
    const running = start()
    await clock.advance(10)
    const step = { jobType: 'a', jobKey: job.key, processInstanceKey: '2251799813685302' }
    expect(events.filter((event) => 'jobKey' in event && event.jobKey === job.key)).toEqual([
      { type: 'job_started', ...step, retries: 3 },
      { type: 'job_completed', ...step, durationMs: 0 },
    ])
    await running.stop()
    expect(events.at(0)).toEqual({ type: 'poll', jobType: 'a', maxJobs: 32, waitMs: 40_000 })
    expect(events.at(1)).toEqual({ type: 'polled', jobType: 'a', jobs: 1, durationMs: 0 })
    expect(events.slice(-2)).toEqual([
      { type: 'stopping', running: 0, graceMs: 8000 },
      { type: 'stopped', lost: 0 },
    ])
    expect(JSON.stringify(events)).not.toMatch(/4111|7788/)
  })

  test.each<[string, () => unknown]>([
    ['throws', () => throwing(new Error('listener'))],
    ['rejects', () => Promise.reject(new Error('listener'))],
  ])('a listener that %s has no effect', async (_, onEvent) => {
    const { clock, server, start } = setUp({ a: () => {} }, { onEvent })
    const job = server.add('a')
    const running = start()
    await clock.advance(10)
    expect(job.state).toBe('completed')
    await running.stop()
  })
})

function throwing(thrown: unknown): never {
  throw thrown
}
