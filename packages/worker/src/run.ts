import { type Capacity, createCapacity } from './capacity.ts'
import type { WorkerEvent } from './events.ts'
import type { HeldJob } from './held-job.ts'
import type { Settings } from './settings.ts'
import { type Counters, counterOf } from './stats.ts'

/** The state of one run, from `run()` until it resolves. */
export interface Run {
  readonly settings: Settings
  readonly counters: Counters
  readonly capacity: Capacity
  /** By key. */
  readonly held: Map<string, HeldJob>
  /** Aborts when the run is over, and with it all pending requests. */
  readonly over: AbortController
  /** True once the worker is stopping: it sends no more polls. */
  stopping: boolean
  /** True once jobs that arrive are handed back. */
  handsBack: boolean
  /** Last time that a poll or a job ended. */
  activeAt: number
  /** Called when a slot has become free. */
  onFree: () => void
  /** Counts an event and calls the listener. */
  record(event: WorkerEvent): void
}

export function createRun(settings: Settings, counters: Counters): Run {
  return {
    settings,
    counters,
    capacity: createCapacity(settings.maxJobs),
    held: new Map(),
    over: new AbortController(),
    stopping: false,
    handsBack: false,
    activeAt: settings.clock.now(),
    onFree() {},
    record(event) {
      const counter = counterOf[event.type]
      if (counter) counters[counter]++
      settings.emit?.(event)
    },
  }
}

/** Returns the reason for aborting requests and handlers at the end. */
export function stopReason(): DOMException {
  return new DOMException('The worker has stopped', 'AbortError')
}
