import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BpmnError, createWorker, type Job } from '../src/index.ts'
import { createJobServer, type JobServer, type Mode } from './support/job-server.ts'
import { createVirtualClock, type VirtualClock } from './support/virtual-clock.ts'

type Behavior = 'completes' | 'throws' | 'throws nothing' | 'never settles' | 'throws a BPMN error' | 'returns a list'

type Step =
  | { do: 'add'; type: number; count: number; ms: number; behavior: Behavior }
  | { do: 'advance'; ms: number }
  | { do: 'server'; mode: Mode; latencyMs: number; earlyMs?: number }

interface World {
  readonly types: number
  readonly maxJobs: number
  readonly typeLimit: number | undefined
  readonly timeoutMs: number
  readonly leases: boolean
  readonly seed: number
  readonly steps: readonly Step[]
}

const behavior = fc.constantFrom<Behavior>(
  'completes',
  'completes',
  'throws',
  'throws nothing',
  'never settles',
  'throws a BPMN error',
  'returns a list',
)
const add = fc.record({
  do: fc.constant('add' as const),
  type: fc.nat(9),
  count: fc.integer({ min: 1, max: 12 }),
  ms: fc.oneof(fc.constant(0), fc.nat(50), fc.nat(8000)),
  behavior,
})
const advance = fc.record({
  do: fc.constant('advance' as const),
  ms: fc.oneof(fc.nat(20), fc.nat(2000), fc.nat(30_000)),
})
/** Where a worker stops. */
const longestLatencyMs = 20
const mode = fc.constantFrom<Mode>('up', 'up', 'unavailable', 'exhausted', 'throttled', 'unreachable', 'lost')
const trouble = fc.record({
  do: fc.constant('server' as const),
  mode,
  latencyMs: fc.constantFrom(0, 0, 5, 200),
  // Its timeouts pass before the worker's, so that the worker's own poll gets a job that it holds.
  earlyMs: fc.constantFrom(0, 0, 300, 2500),
})

function worlds(...more: fc.Arbitrary<Step>[]): fc.Arbitrary<World> {
  return fc.record({
    types: fc.integer({ min: 1, max: 10 }),
    maxJobs: fc.integer({ min: 1, max: 12 }),
    typeLimit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 2 }),
    timeoutMs: fc.constantFrom(3000, 10_000, 60_000),
    leases: fc.boolean(),
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    steps: fc.array(fc.oneof<fc.Arbitrary<Step>[]>(add, advance, ...more), {
      minLength: 2,
      maxLength: 30,
      size: 'max',
    }),
  })
}

interface Played {
  readonly clock: VirtualClock
  readonly server: JobServer
  /** How often the handler was called, by job. */
  readonly runs: Map<string, number>
  /** When the first handler of a job finished with a result, by job. */
  readonly finished: Map<string, number>
  readonly stop: AbortController
  readonly done: Promise<void>
  readonly stats: () => ReturnType<ReturnType<typeof createWorker>['stats']>
  readonly timers: () => number
}

/** Plays the steps of a world against a worker that runs. */
async function play(world: World, graceMs: number): Promise<Played> {
  const clock = createVirtualClock()
  const server = createJobServer(clock)
  const own = clock.part()
  const runs = new Map<string, number>()
  const finished = new Map<string, number>()
  let state = world.seed
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  async function handle(job: Job): Promise<object | undefined> {
    const run = (runs.get(job.jobKey) ?? 0) + 1
    runs.set(job.jobKey, run)
    const { ms, behavior } = job.variables as { ms: number; behavior: Behavior }
    if (ms > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, run === 1 ? ms : 1))
    if (run === 1) {
      if (behavior === 'throws') throw new Error('the first time')
      if (behavior === 'throws nothing') throw undefined
      if (behavior === 'never settles') await new Promise(() => {})
      if (behavior === 'returns a list') return []
    }
    if (!finished.has(job.jobKey)) finished.set(job.jobKey, clock.now())
    if (behavior === 'throws a BPMN error') throw new BpmnError('OUT_OF_STOCK')
    return { done: true }
  }
  const names = Array.from({ length: world.types }, (_, index) => `type-${index}`)
  const { maxJobs, typeLimit, timeoutMs, leases } = world
  const worker = createWorker({
    orchestration: server,
    jobs: Object.fromEntries(names.map((name) => [name, { handle, timeoutMs, maxJobs: typeLimit }])),
    maxJobs,
    leases,
    clock: own,
    random,
  })
  const stop = new AbortController()
  const done = worker.run({ signal: stop.signal, graceMs })
  for (const step of world.steps) {
    if (step.do === 'add') {
      const { ms, behavior } = step
      for (let i = 0; i < step.count; i++) {
        server.add(names[step.type % world.types] as string, { retries: 5, variables: { ms, behavior } })
      }
    }
    if (step.do === 'advance') await clock.advance(step.ms)
    if (step.do === 'server') {
      Object.assign(server, { mode: step.mode, latencyMs: step.latencyMs, earlyMs: step.earlyMs ?? 0 })
    }
  }
  return { clock, server, runs, finished, stop, done, stats: worker.stats, timers: () => own.timers }
}

const runs = { numRuns: Number(globalThis.process.env.MODEL_RUNS ?? 150) }

/** How often a job may have been run: once, and once more for each time that it was up for another worker. */
function allowedRuns(server: JobServer, key: string): number {
  const job = server.jobs.get(key)
  const failures = job?.accepted.filter(({ command }) => command === 'fail').length ?? 0
  return 1 + (job?.timeouts ?? 0) + failures
}

describe('in any history', () => {
  test(
    'of arrivals, handlers and failures, every job is done, once, and at most maxJobs are held',
    {
      timeout: 120_000,
    },
    () =>
      fc.assert(
        fc.asyncProperty(worlds(trouble), async (world) => {
          const played = await play(world, 1000)
          const { clock, server, stop, done } = played
          Object.assign(server, { mode: 'up', latencyMs: 1, earlyMs: 0 })
          // Long enough for jobs that were lost with a response, or whose handler never settles, to time out and run again.
          for (let i = 0; i < 500 && [...server.jobs.values()].some(isOpen); i++) await clock.advance(world.timeoutMs)
          expect([...server.jobs.values()].filter(isOpen)).toEqual([])
          for (const [key, count] of played.runs) expect(count).toBeLessThanOrEqual(allowedRuns(server, key))
          for (const job of server.jobs.values()) {
            expect(job.accepted.filter(({ command }) => command !== 'fail')).toHaveLength(1)
            // Each failure costs one retry, and only the first run fails.
            expect(job.retries).toBeGreaterThanOrEqual(4)
          }
          expect(server.mostHeld).toBeLessThanOrEqual(world.maxJobs)
          await clock.advance(world.timeoutMs)
          expect(played.stats().held).toBe(0)
          stop.abort()
          await clock.advance(5000)
          await done
          expect(played.timers()).toBe(0)
          expect(played.stats()).toMatchObject({ held: 0, reserved: 0 })
        }),
        runs,
      ),
  )

  test('finished work is not repeated after an outage that is shorter than the timeout', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom<Mode>('unavailable', 'exhausted', 'throttled', 'unreachable', 'lost'),
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 2 ** 31 }),
        async (count, mode, outageMs, seed) => {
          const steps: Step[] = [
            { do: 'add', type: 0, count, ms: 100, behavior: 'completes' },
            { do: 'advance', ms: 10 },
            { do: 'server', mode, latencyMs: 0 },
            { do: 'advance', ms: outageMs },
            { do: 'server', mode: 'up', latencyMs: 0 },
            { do: 'advance', ms: 1100 },
          ]
          const world = { types: 1, maxJobs: 12, typeLimit: undefined, timeoutMs: 60_000, leases: false, seed, steps }
          const { clock, server, runs, stop, done } = await play(world, 0)
          for (const job of server.jobs.values()) expect(job.state).toBe('completed')
          for (const times of runs.values()) expect(times).toBe(1)
          stop.abort()
          await clock.advance(5000)
          await done
        },
      ),
      runs,
    ),
  )

  test('a worker that stops leaves no job activated, and hands back with unchanged retries', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        worlds(
          fc.record({
            do: fc.constant('server' as const),
            mode: fc.constant('up' as const),
            latencyMs: fc.nat(longestLatencyMs),
          }),
        ),
        fc.constantFrom(0, 100, 3000),
        fc.boolean(),
        async (world, graceMs, noticesAborts) => {
          const { clock, server, runs, stop, done, timers, stats } = await play(world, graceMs)
          Object.assign(server, { noticesAborts })
          // A poll that waits for long is broken off. What such a server has just sent to it is lost, as the README says.
          if (!noticesAborts) await clock.advance(longestLatencyMs)
          const runsBefore = new Map(runs)
          const stoppedAt = clock.now()
          let endedAt = Number.NaN
          void done.then(() => {
            endedAt = clock.now()
          })
          stop.abort()
          await clock.advance(graceMs + 2000)
          await done
          expect(endedAt).toBeLessThanOrEqual(stoppedAt + graceMs + 2000)
          expect([...server.jobs.values()].filter(({ state }) => state === 'active')).toEqual([])
          expect(runs).toEqual(runsBefore)
          expect(timers()).toBe(0)
          expect(stats().lost).toBe(0)
          for (const job of server.jobs.values()) {
            for (const { body } of job.accepted.filter(({ command }) => command === 'fail')) {
              if (!String(body.errorMessage).startsWith('Handed back')) continue
              expect(body).toMatchObject({ retryBackOff: 0 })
              expect(body.retries).toBeGreaterThanOrEqual(4)
            }
          }
        },
      ),
      runs,
    ),
  )

  test(
    'of a fleet whose members are killed, each job is done, and twice only if its holder was killed',
    {
      timeout: 120_000,
    },
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat(20_000), { minLength: 2, maxLength: 16 }),
          fc.integer({ min: 20, max: 300 }),
          fc.nat(20),
          async (killedAt, count, latencyMs) => {
            const clock = createVirtualClock()
            const server = createJobServer(clock)
            Object.assign(server, { latencyMs })
            const finishedBy = new Map<string, number[]>()
            const killed = new Set<number>()
            const own = clock.part()
            for (const [member, at] of killedAt.entries()) {
              // Nothing of a killed process happens any more: no request, no handler.
              const never = new Promise<never>(() => {})
              const alive = async <T>(action: () => Promise<T>): Promise<T> => {
                if (killed.has(member)) return never
                const value = await action()
                return killed.has(member) ? never : value
              }
              const api = {
                activate: (...args: Parameters<JobServer['activate']>) => alive(() => server.activate(...args)),
                complete: (...args: Parameters<JobServer['complete']>) => alive(() => server.complete(...args)),
                fail: (...args: Parameters<JobServer['fail']>) => alive(() => server.fail(...args)),
                throwError: server.throwError,
                update: server.update,
              }
              const worker = createWorker({
                orchestration: api,
                maxJobs: 4,
                clock: own,
                random: () => 0.5,
                jobs: {
                  a: {
                    timeoutMs: 10_000,
                    async handle({ jobKey }) {
                      await alive(() => new Promise<void>((resolve) => void clock.setTimeout(resolve, 500)))
                      finishedBy.set(jobKey, [...(finishedBy.get(jobKey) ?? []), member])
                    },
                  },
                },
              })
              void worker.run()
              // The first one survives.
              if (member > 0) clock.setTimeout(() => void killed.add(member), at)
            }
            for (let i = 0; i < count; i++) server.add('a')
            for (let i = 0; i < 200 && [...server.jobs.values()].some(isOpen); i++) await clock.advance(10_000)
            for (const job of server.jobs.values()) {
              expect(job).toMatchObject({ state: 'completed', retries: 3 })
              const others = finishedBy.get(job.key)?.filter((member) => !killed.has(member)) ?? []
              expect(others.length).toBeLessThanOrEqual(1)
            }
          },
        ),
        { numRuns: Math.ceil(runs.numRuns / 5) },
      ),
  )
})

function isOpen({ state }: { state: string }): boolean {
  return state === 'ready' || state === 'active'
}
