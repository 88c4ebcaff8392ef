import type { JobsApi } from './api.ts'
import type { Clock } from './clock.ts'
import type { WorkerEvent } from './events.ts'
import type { HandlerResult } from './handler-result.ts'
import type { JobHandler } from './job.ts'
import type { StandardSchema } from './standard-schema.ts'

/** What a handler gets as variables: what the schema returns, or plain JSON where there is none. */
export type VariablesOf<Output> = unknown extends Output ? Readonly<Record<string, unknown>> : Output

/** A job type: its handler, and how its jobs are activated. */
export interface JobOptions<Output = unknown> {
  /** Works on one job. */
  readonly handle: JobHandler<VariablesOf<Output>, HandlerResult>
  /**
   * Parses the variables before the handler is called, and types them in it: a schema of valibot, zod, ArkType or any
   * other library with Standard Schema. A job whose variables do not match fails, and its message says which and why.
   */
  readonly variables?: StandardSchema<Output> | undefined
  /** Most jobs of this type at once. @defaultValue the worker's `maxJobs` */
  readonly maxJobs?: number | undefined
  /** How long a job is reserved for this worker, in milliseconds. @defaultValue `60_000` */
  readonly timeoutMs?: number | undefined
  /** Names of the variables to fetch. @defaultValue all that are visible to the element */
  readonly fetchVariables?: readonly string[] | undefined
}

/** Options of {@link createWorker}. */
export interface WorkerOptions<Outputs extends Record<string, unknown> = Record<string, unknown>> {
  /** A client of `@x/orchestration`, or only its jobs resource. */
  readonly orchestration: JobsApi | { readonly jobs: JobsApi }
  /** A handler, or options with a handler, for each job type. */
  readonly jobs: {
    readonly [Type in keyof Outputs]:
      | JobOptions<Outputs[Type]>
      | JobHandler<Readonly<Record<string, unknown>>, HandlerResult>
  }
  /**
   * Most jobs at once, over all types: those being worked on, and those that open polls request. Have more than there are
   * types: otherwise types are polled in turns, each once a second. @defaultValue `32`
   */
  readonly maxJobs?: number | undefined
  /** Name of the worker in logs and statistics of Camunda. @defaultValue `'worker'` */
  readonly name?: string | undefined
  /** Tenants to take jobs of. @defaultValue the client's */
  readonly tenantIds?: readonly string[] | undefined
  /**
   * Leases the jobs (Camunda 8.10): a worker that held on to a job beyond its timeout can then no longer interfere with the
   * next one. Use one mode for all workers of a type. @defaultValue `false`
   */
  readonly leases?: boolean | undefined
  /** Called with each event. What it throws is ignored. */
  readonly onEvent?: ((event: WorkerEvent) => unknown) | undefined
  /** For tests. @defaultValue the runtime's */
  readonly clock?: Clock | undefined
  /** Returns a number from 0 to 1, for tests. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
}

/** Options of `run`. */
export interface RunOptions {
  /** Stops the worker. Without it, it runs until the process ends. */
  readonly signal?: AbortSignal | undefined
  /**
   * How long running handlers may go on after that, in milliseconds; what is not finished then is handed back.
   * @defaultValue `8000`, within the 10 seconds that `docker stop` waits
   */
  readonly graceMs?: number | undefined
}

/** Options of `runFor`. */
export interface RunForOptions {
  /** When to end at the latest, in milliseconds from now on. */
  readonly ms: number
  /**
   * How much of `ms` is kept for jobs that have begun: no job is activated in it. @defaultValue a quarter of `ms`, at most
   * `8000`
   */
  readonly graceMs?: number | undefined
  /** Stops it earlier. */
  readonly signal?: AbortSignal | undefined
}
