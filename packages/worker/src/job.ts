import type { ActivatedJob } from './api.ts'

/** A job as its handler gets it. */
export interface Job<Variables = Readonly<Record<string, unknown>>> extends Omit<ActivatedJob, 'variables'> {
  /** Variables that the element sees; with a schema, what it returns. Integers beyond 2^53 are `bigint`. */
  readonly variables: Variables
  /**
   * Aborts when the job's timeout has passed (a `TimeoutError`) and when the worker has stopped, after `graceMs` (an
   * `AbortError`). Pass it on to `fetch`. What the handler throws after that costs no retry.
   */
  readonly signal: AbortSignal
  /**
   * Gives the job more time: its timeout is `ms` milliseconds from now on.
   *
   * @throws what the client throws, for example an `ApiError` with status 404 if the job no longer exists
   * @example
   * import { createWorker } from '@x/worker'
   *
   * createWorker({
   *   orchestration: camunda,
   *   jobs: {
   *     'render-video': async (job) => {
   *       for (const scene of ['intro', 'main', 'credits']) {
   *         await job.extendTimeout(120_000)
   *         await fetch(`https://render.example.com/${scene}`, { method: 'POST', signal: job.signal })
   *       }
   *     },
   *   },
   * })
   */
  extendTimeout(ms: number): Promise<void>
}

/** Works on one job. What it returns completes the job, what it throws fails it. */
export type JobHandler<Variables = Readonly<Record<string, unknown>>, Result = unknown> = (
  job: Job<Variables>,
) => Result | Promise<Result>
