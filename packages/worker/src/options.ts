import type { JobsApi } from './api.ts'
import type { Clock } from './clock.ts'
import type { WorkerEvent } from './events.ts'
import type { HandlerResult } from './handler-result.ts'
import type { JobHandler } from './job.ts'
import type { StandardSchema } from './standard-schema.ts'

/** The variables of a handler: the output of the schema, or plain JSON without one. */
export type VariablesOf<Output> = unknown extends Output ? Readonly<Record<string, unknown>> : Output

/** A job type: its handler, and how its jobs are activated. */
export interface JobOptions<Output = unknown> {
  /** Works on one job. */
  readonly handle: JobHandler<VariablesOf<Output>, HandlerResult>
  /**
   * Parses and types the variables before the handler is called: a schema of valibot, zod, ArkType or any other library
   * with Standard Schema. A job whose variables do not match fails, and its message names them and the reason.
   */
  readonly variables?: StandardSchema<Output> | undefined
  /** Maximum number of jobs of this type at once. @defaultValue the worker's `maxJobs` */
  readonly maxJobs?: number | undefined
  /** How long a job is reserved for this worker, in milliseconds. @defaultValue `60_000` */
  readonly timeoutMs?: number | undefined
  /** Names of the variables to fetch, at least one. @defaultValue all that are visible to the element */
  readonly fetchVariables?: readonly string[] | undefined
}

/** Options of {@link createWorker}. */
export interface WorkerOptions<Outputs extends Record<string, unknown> = Record<string, unknown>> {
  /** A client of `@x/orchestration`, or just its jobs resource. */
  readonly orchestration: JobsApi | { readonly jobs: JobsApi }
  /** A handler, or options with a handler, for each job type. */
  readonly jobs: {
    readonly [Type in keyof Outputs]:
      | JobOptions<Outputs[Type]>
      | JobHandler<Readonly<Record<string, unknown>>, HandlerResult>
  }
  /**
   * Maximum number of jobs at once, over all types, including those that open polls request. Set it higher than the
   * number of types: otherwise types are polled in turns, each once a second. @defaultValue `32`
   */
  readonly maxJobs?: number | undefined
  /** Name of the worker in logs and statistics of Camunda. @defaultValue `'worker'` */
  readonly name?: string | undefined
  /** Tenants whose jobs are activated. @defaultValue the client's */
  readonly tenantIds?: readonly string[] | undefined
  /**
   * Leases the jobs (Camunda 8.10), so that a worker that is still busy after a job's timeout cannot interfere with the
   * next worker. Use the same setting for all workers of a type. @defaultValue `false`
   */
  readonly leases?: boolean | undefined
  /** Called with each event. What the listener throws is ignored. */
  readonly onEvent?: ((event: WorkerEvent) => unknown) | undefined
  /** The clock, for tests. @defaultValue the runtime's */
  readonly clock?: Clock | undefined
  /** Returns a number from 0 to 1, for tests. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
}

/** Options of `run`. */
export interface RunOptions {
  /** Stops the worker when it aborts. Without it, the worker runs until the process ends. */
  readonly signal?: AbortSignal | undefined
  /**
   * How long running handlers may continue after that, in milliseconds. Unfinished jobs are then handed back.
   * @defaultValue `8000`, within the 10 seconds that `docker stop` waits
   */
  readonly graceMs?: number | undefined
}

/** Options of `runFor`. */
export interface RunForOptions {
  /** Time limit in milliseconds. */
  readonly ms: number
  /**
   * Part of `ms` that is reserved for running jobs: no job is activated in it. @defaultValue a quarter of `ms`, at most
   * `8000`
   */
  readonly graceMs?: number | undefined
  /** Stops the worker earlier. */
  readonly signal?: AbortSignal | undefined
}
