import type { Clock } from './clock.ts'

export interface EngineOptions {
  /**
   * The clock to follow, such as `Date` for the real time. Due timers fire with the next command, `advance` or
   * `runUntilIdle`.
   *
   * @defaultValue a clock that starts at 2026-01-01T00:00:00Z and only moves with `advance`
   */
  readonly clock?: Clock | undefined
  /** Equal seeds and equal commands produce equal keys, states and histories. @defaultValue `1` */
  readonly seed?: number | undefined
  /**
   * Number of partitions, up to 8, that process instances are distributed over in turn. Each partition has its own
   * range of keys; those of the fourth and later ones exceed 2^53. @defaultValue `1`
   */
  readonly partitions?: number | undefined
  /**
   * How many elements one command may activate. A loop without a wait state ends there with an incident.
   *
   * @defaultValue `100_000`
   */
  readonly maxActivations?: number | undefined
  /** Called after a command with each {@link EngineEvent}. It may send commands. Its exceptions are ignored. */
  readonly onEvent?: ((event: EngineEvent) => void) | undefined
}

/** A change made by a command, for callers that wait for it. */
export type EngineEvent =
  | { readonly type: 'job-available'; readonly jobType: string; readonly tenantId: string }
  | { readonly type: 'incident-created'; readonly incidentKey: string }
  | {
      readonly type: 'process-instance-ended'
      readonly processInstanceKey: string
      readonly state: 'COMPLETED' | 'TERMINATED'
    }
  /** A change of a user task was applied, denied or canceled. */
  | { readonly type: 'user-task-changed'; readonly userTaskKey: string }
