import type { WorkerEvent } from './events.ts'

/** Counts of a worker since it was created, and its current state. */
export interface WorkerStats {
  /** Jobs held now: their handler is running, or the server has not confirmed their end yet. */
  readonly held: number
  /** Slots reserved by open polls now. */
  readonly reserved: number
  readonly polls: number
  readonly pollFailures: number
  /** Jobs that arrived. */
  readonly activated: number
  readonly completed: number
  readonly failed: number
  readonly errorsThrown: number
  /** Jobs whose timeout passed while their handler was running. */
  readonly timedOut: number
  /** Jobs that no longer belonged to this worker when it sent their end. */
  readonly gone: number
  readonly handedBack: number
  /** Jobs that could neither be finished nor handed back. */
  readonly lost: number
}

/** The counters. */
export type Counters = { -readonly [Name in Exclude<keyof WorkerStats, 'held' | 'reserved'>]: number }

/** The counter of each event. */
export const counterOf: { readonly [Type in WorkerEvent['type']]?: keyof Counters } = {
  poll: 'polls',
  poll_failed: 'pollFailures',
  job_completed: 'completed',
  job_failed: 'failed',
  job_error_thrown: 'errorsThrown',
  job_timed_out: 'timedOut',
  job_gone: 'gone',
  job_handed_back: 'handedBack',
}

export function createCounters(): Counters {
  return {
    polls: 0,
    pollFailures: 0,
    activated: 0,
    completed: 0,
    failed: 0,
    errorsThrown: 0,
    timedOut: 0,
    gone: 0,
    handedBack: 0,
    lost: 0,
  }
}
