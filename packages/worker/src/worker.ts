import { createCapacity } from './capacity.ts'
import { WorkerConfigError } from './errors.ts'
import type { RunForOptions, RunOptions, WorkerOptions } from './options.ts'
import { createPollLoop } from './poll-loop.ts'
import type { Run } from './run.ts'
import { expectMs, expectSignal, readSettings } from './settings.ts'
import { type ShutDownOptions, shutDown } from './shut-down.ts'
import { createCounters, type WorkerStats } from './stats.ts'
import { workOnJob } from './work-on-job.ts'

/** Works on jobs of one or more types. */
export interface Worker {
  /**
   * Works until `signal` aborts, then stops: it polls no more, running handlers finish within `graceMs`, and everything else
   * is handed back at once and without using a retry. Resolves when that is done, within `graceMs` and 2 seconds.
   *
   * No outage ends it: what fails is an event, and is tried again.
   *
   * @throws `WorkerConfigError` if an option is malformed, or if the worker is running already
   */
  run(options?: RunOptions): Promise<void>
  /**
   * Works on the jobs that there are and on those that they lead to, then resolves: after `ms` at the latest, with no job
   * left activated. For cron, Lambda and Workers.
   *
   * @throws `WorkerConfigError` if an option is malformed, or if the worker is running already
   */
  runFor(options: RunForOptions): Promise<void>
  /** Returns counts since the worker was created, and what it does now. */
  stats(): WorkerStats
}

const defaultGraceMs = 8000
const defaultHandBackMs = 2000

/**
 * Creates a worker for Camunda 8 jobs. It does nothing until you call `run` or `runFor`.
 *
 * What a handler returns completes the job with these variables. What it throws fails the job with one retry less; a
 * `BpmnError` is thrown in the process, and a `JobFailure` says how many retries are left.
 *
 * @throws `WorkerConfigError` with code `config_invalid` that names the option
 * @example
 * import { createWorker } from '@x/worker'
 *
 * const worker = createWorker({
 *   orchestration: camunda,
 *   jobs: {
 *     'charge-card': async (job) => ({ receipt: `R-${job.processInstanceKey}` }),
 *   },
 * })
 * const stop = new AbortController()
 * setTimeout(() => stop.abort(), 60_000)
 * await worker.run({ signal: stop.signal })
 */
export function createWorker<Outputs extends Record<string, unknown>>(options: WorkerOptions<Outputs>): Worker {
  const settings = readSettings(options as WorkerOptions<never>)
  const counters = createCounters()
  let current: Run | undefined

  /** Runs until the signal aborts or, with `drain`, nothing is left. */
  async function runUntil(stop: AbortController, drain: boolean, end: () => ShutDownOptions): Promise<void> {
    const capacity = createCapacity(settings.maxJobs)
    const held: Run['held'] = new Set()
    const run: Run = { settings, counters, capacity, held, over: new AbortController(), stopping: false, onFree() {} }
    const stopped = new Promise<void>((resolve) => {
      if (stop.signal.aborted) resolve()
      else stop.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    const loop = createPollLoop(run, (type, job) => workOnJob(run, type, job), drain ? () => stop.abort() : undefined)
    run.onFree = loop.wake
    current = run
    if (!stop.signal.aborted) loop.wake()
    await stopped
    await shutDown(run, loop, end())
    current = undefined
  }

  return {
    async run({ signal, graceMs = defaultGraceMs } = {}) {
      expectSignal(signal)
      expectMs(graceMs, '`graceMs`', 0)
      expectIdle(current)
      await withSignal(signal, (stop) => runUntil(stop, false, () => ({ graceMs, handBackMs: defaultHandBackMs })))
    },
    async runFor(options) {
      const { ms, signal } = Object(options) as RunForOptions
      expectMs(ms, '`ms`')
      const { graceMs = Math.min(defaultGraceMs, Math.floor(ms / 4)) } = options
      expectSignal(signal)
      expectMs(graceMs, '`graceMs`', 0)
      expectIdle(current)
      const { clock } = settings
      const handBackMs = Math.min(defaultHandBackMs, Math.floor(graceMs / 2))
      await withSignal(signal, async (stop) => {
        const timer = clock.setTimeout(() => stop.abort(), Math.max(0, ms - graceMs))
        try {
          await runUntil(stop, true, () => ({ graceMs: graceMs - handBackMs, handBackMs }))
        } finally {
          clock.clearTimeout(timer)
        }
      })
    },
    stats: () => ({
      held: current?.capacity.held ?? 0,
      reserved: current?.capacity.reserved ?? 0,
      ...counters,
    }),
  }
}

function expectIdle(current: Run | undefined): void {
  if (current)
    throw new WorkerConfigError('The worker is running already: wait until it has stopped, or create another')
}

/** Calls `action` with a controller that aborts with the signal. */
async function withSignal(
  signal: AbortSignal | undefined,
  action: (stop: AbortController) => Promise<void>,
): Promise<void> {
  const stop = new AbortController()
  const onAbort = (): void => stop.abort()
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    await action(stop)
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}
