/** Counts of a worker since it was created, and what it does now. */
export interface WorkerStats {
  /** Jobs that it holds now: those whose handler is running, and those whose end the server has not yet confirmed. */
  readonly held: number
  /** Places that open polls reserve now. */
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
  /** Jobs that the server no longer had for this worker when it wanted to finish them. */
  readonly gone: number
  readonly handedBack: number
  /** Jobs that could neither be finished nor handed back. */
  readonly lost: number
}

/** What is counted. */
export type Counters = { -readonly [Name in Exclude<keyof WorkerStats, 'held' | 'reserved'>]: number }

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
