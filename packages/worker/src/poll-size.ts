import type { Capacity } from './capacity.ts'
import type { PollSize } from './poll.ts'
import type { JobType, Settings } from './settings.ts'

/** Below the 60 seconds after which many proxies close a connection; 1.5 polls a minute when idle. */
const longPollMs = 40_000

/**
 * If types take turns, each is polled once in this time. It is also the minimum time between an empty response and the
 * next poll.
 */
export const turnMs = 1000

/**
 * With a smaller share of free slots, a poll waits for those that will soon be free. A half makes two groups of jobs: one is
 * processed while the other is in transit.
 */
const batch = 1 / 2

/** The state that determines the next poll of a type. */
export interface PollState {
  readonly type: JobType
  /** True if the last poll returned as many jobs as it requested, so there are probably more. */
  readonly busy: boolean
  /** True if another poll of the type is open. */
  readonly isSecond: boolean
}

/**
 * Returns what the next poll of a type requests; undefined if it should not be sent yet.
 *
 * A long poll reserves slots, perhaps for long. So with several types, each requests one job in a long poll, and once
 * there are more jobs its share of the free slots, without waiting.
 *
 * @param ready - Number of types that could be polled now, including this one.
 */
export function nextPollSize(
  { types, maxJobs, takesTurns }: Settings,
  capacity: Capacity,
  { type, busy, isSecond }: PollState,
  ready: number,
): PollSize | undefined {
  const free = capacity.freeFor(type)
  if (free === 0) return undefined
  const single = types.length === 1
  if (!single && !busy) return { count: 1, waitMs: takesTurns ? -1 : longPollMs }
  const count = single ? free : Math.min(free, Math.max(1, Math.floor(capacity.free / ready)))
  // A second poll is not worthwhile for the few slots that the first one left.
  const most = Math.min(type.maxJobs, isSecond ? maxJobs : maxJobs - capacity.reserved)
  if (capacity.settling > 0 && count < Math.ceil(most * batch)) return undefined
  // Only one poll of a type waits for jobs.
  return { count, waitMs: single && !isSecond ? longPollMs : -1 }
}
