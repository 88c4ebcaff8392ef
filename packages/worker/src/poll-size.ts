import type { Capacity } from './capacity.ts'
import type { PollSize } from './poll.ts'
import type { JobType, Settings } from './settings.ts'

/** Below the 60 seconds, after which many proxies close a connection; 1.5 polls a minute when there is nothing to do. */
const longPollMs = 40_000

/** Where types take turns, each is polled once in this time; nor is an empty answer followed by a poll any sooner. */
export const turnMs = 1000

/** With fewer free places than this part of all, a poll waits for those that are about to become free. */
const batch = 1 / 3

/** What decides over the next poll of a type. */
export interface PollState {
  readonly type: JobType
  /** True if the last poll returned all that it requested, so that there is probably more. */
  readonly busy: boolean
}

/**
 * Decides what the next poll of a type requests; undefined if it should not be sent yet.
 *
 * A waiting poll reserves what it requests, perhaps for long: of several types, each requests one job while it waits, and
 * its share of the free places, without waiting, once there are more.
 *
 * @param ready - How many types could be polled now, this one included.
 */
export function nextPollSize(
  { types, maxJobs }: Settings,
  capacity: Capacity,
  { type, busy }: PollState,
  ready: number,
): PollSize | undefined {
  const free = capacity.freeFor(type)
  if (free === 0) return undefined
  const single = types.length === 1
  if (!single && !busy) return { count: 1, waitMs: takeTurns(types, maxJobs) ? -1 : longPollMs }
  const count = single ? free : Math.min(free, Math.max(1, Math.floor(capacity.free / ready)))
  const most = Math.min(type.maxJobs, maxJobs - capacity.reserved)
  if (capacity.settling > 0 && count < Math.ceil(most * batch)) return undefined
  return { count, waitMs: single ? longPollMs : -1 }
}

/** True if there are more types than places, so that not each can have a poll that waits. */
export function takeTurns(types: readonly JobType[], maxJobs: number): boolean {
  return types.length > maxJobs
}
