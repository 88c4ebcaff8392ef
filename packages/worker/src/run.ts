import type { Capacity } from './capacity.ts'
import type { HeldJob } from './held-job.ts'
import type { Settings } from './settings.ts'
import type { Counters } from './stats.ts'

/** What the parts of one run share, from `run()` until it resolves. */
export interface Run {
  readonly settings: Settings
  readonly counters: Counters
  readonly capacity: Capacity
  readonly held: Set<HeldJob>
  /** Aborts when the run is over, and ends the requests that are still under way. */
  readonly over: AbortController
  /** True from the moment the worker stops: jobs that arrive now are handed back. */
  stopping: boolean
  /** Called when a place has become free. */
  onFree: () => void
}
