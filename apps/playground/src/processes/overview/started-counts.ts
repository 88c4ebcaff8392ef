import type { ProcessInstance } from '@x/camunda'
import { readDate } from '../read-date.ts'

export type Step = 'day' | 'hour'

/** The process instances that were started in one hour or day, by state. */
export interface StartedCount {
  /** Start of the hour or day, in milliseconds since the epoch. */
  readonly from: number
  readonly ended: number
  readonly active: number
  /** Active, with an incident. */
  readonly incidents: number
}

/** Number of hours or days to count. */
export const STEPS: Readonly<Record<Step, number>> = { day: 42, hour: 48 }

type Started = Pick<ProcessInstance, 'startDate' | 'state' | 'hasIncident'>

/**
 * Counts instances by the hour or day (of the reader's time zone) in which they were started, the oldest first, up to
 * `now`.
 */
export function countStarted(instances: Iterable<Started>, step: Step, now: number): readonly StartedCount[] {
  const counts = new Map<number, { -readonly [Name in keyof StartedCount]: StartedCount[Name] }>()
  for (let back = STEPS[step] - 1; back >= 0; back--) {
    const from = beginOf(now, step, back)
    counts.set(from, { from, ended: 0, active: 0, incidents: 0 })
  }
  for (const { startDate, state, hasIncident } of instances) {
    const date = readDate(startDate)
    const count = date && counts.get(beginOf(date.getTime(), step))
    if (!count) continue
    if (state !== 'ACTIVE') count.ended += 1
    else if (hasIncident) count.incidents += 1
    else count.active += 1
  }
  return [...counts.values()]
}

export function totalOf({ ended, active, incidents }: StartedCount): number {
  return ended + active + incidents
}

/** Returns the start of the hour or day of `time`, or of an earlier one. Days may have 23 or 25 hours. */
function beginOf(time: number, step: Step, back = 0): number {
  const date = new Date(time)
  if (step === 'hour') return date.setMinutes(0, 0, 0) - back * 3_600_000
  date.setHours(0, 0, 0, 0)
  return date.setDate(date.getDate() - back)
}
