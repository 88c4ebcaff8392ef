import { WorkerConfigError } from './errors.ts'
import type { RunForOptions, RunOptions, WorkerOptions } from './options.ts'
import { createPollLoop } from './poll-loop.ts'
import { createRun, type Run } from './run.ts'
import { expectMs, expectSignal, readSettings } from './settings.ts'
import { shutDown } from './shut-down.ts'
import { createCounters, type WorkerStats } from './stats.ts'
import { workOnJob } from './work-on-job.ts'

/** Works on jobs of one or more types. */
export interface Worker {
  /**
   * Works on jobs until `signal` aborts, then stops: it no longer polls, running handlers may finish within `graceMs`,
   * and everything else is handed back at once without using a retry. Resolves after that, within `graceMs` plus 2
   * seconds.
   *
   * Outages do not end it: failures are reported as events and retried.
   *
   * @throws `WorkerConfigError` if an option is malformed, or if the worker is running already
   */
  run(options?: RunOptions): Promise<void>
  /**
   * Works on the available jobs and those that follow from them, then resolves, after `ms` at the latest, with no job
   * left activated. For cron, Lambda and Workers. A job that arrives when polling has just ended is worked on within
   * `graceMs`.
   *
   * @throws `WorkerConfigError` if an option is malformed, or if the worker is running already
   */
  runFor(options: RunForOptions): Promise<void>
  /** Returns counts since the worker was created, and its current state. */
  stats(): WorkerStats
}

/** Fits, with the time to hand back, into the 10 seconds that `docker stop` waits. */
const defaultGraceMs = 8000
const longestHandBackMs = 2000

/**
 * Creates a worker for Camunda 8 jobs. It does nothing until you call `run` or `runFor`.
 *
 * The variables that a handler returns complete its job. An error that it throws fails the job with one retry less; a
 * `BpmnError` is thrown in the process, and a `JobFailure` sets how many retries are left.
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

  /**
   * Works until the signal aborts. With `ms`, also until no job is left or the time has passed, which includes the
   * grace period and handing back.
   */
  async function work({ signal, graceMs }: RunOptions & { graceMs: number }, ms?: number): Promise<void> {
    expectSignal(signal)
    expectMs(graceMs, '`graceMs`', 0)
    if (current) {
      throw new WorkerConfigError('The worker is running already: wait until it has stopped, or create another')
    }
    const { clock } = settings
    const run = createRun(settings, counters)
    current = run
    let stop = (): void => {}
    const stopped = new Promise<void>((resolve) => {
      stop = resolve
    })
    const loop = createPollLoop(run, workOnJob.bind(undefined, run), ms === undefined ? undefined : stop)
    run.onFree = loop.wake
    const timer = ms === undefined ? undefined : clock.setTimeout(stop, Math.max(0, ms - graceMs))
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    else loop.wake()
    await stopped
    signal?.removeEventListener('abort', stop)
    clock.clearTimeout(timer)
    const handBackMs = ms === undefined ? longestHandBackMs : Math.min(longestHandBackMs, Math.floor(graceMs / 2))
    await shutDown(run, loop, {
      graceMs: ms === undefined ? graceMs : graceMs - handBackMs,
      handBackMs,
      finishesPolls: ms !== undefined && !signal?.aborted,
    })
    current = undefined
  }

  return {
    run: async ({ signal, graceMs = defaultGraceMs } = {}) => work({ signal, graceMs }),
    async runFor(options) {
      const { ms } = Object(options) as RunForOptions
      expectMs(ms, '`ms`')
      const { signal, graceMs = Math.min(defaultGraceMs, Math.floor(ms / 4)) } = options
      await work({ signal, graceMs }, ms)
    },
    stats: () => ({
      held: current?.capacity.held ?? 0,
      reserved: current?.capacity.reserved ?? 0,
      ...counters,
    }),
  }
}
