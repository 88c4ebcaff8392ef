import type { ActivatedJob } from './api.ts'

/** The job that is passed to a handler. */
export interface Job<Variables = Readonly<Record<string, unknown>>> extends Omit<ActivatedJob, 'variables'> {
  /** Variables visible to the element; with a schema, its output. Integers beyond 2^53 are `bigint`. */
  readonly variables: Variables
  /**
   * Aborts when the job's timeout has passed (a `TimeoutError`) and when the worker has stopped, after `graceMs` (an
   * `AbortError`). Pass it to `fetch`. If the handler throws after that, no retry is used.
   */
  readonly signal: AbortSignal
  /**
   * Extends the job's timeout to `ms` milliseconds from now.
   *
   * @throws errors of the client, for example an `ApiError` with status 404 if the job no longer exists
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

/** Works on one job. Returning completes the job, throwing fails it. */
export type JobHandler<Variables = Readonly<Record<string, unknown>>, Result = unknown> = (
  job: Job<Variables>,
) => Result | Promise<Result>
