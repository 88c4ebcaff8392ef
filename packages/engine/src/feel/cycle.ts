import { type Cron, parseCron } from './cron.ts'
import { addInterval, dueDate, type Interval, toInterval } from './duration.ts'

/** A timer that fires more than once. */
export interface Cycle {
  /** How often it fires; undefined if it never ends. */
  readonly repetitions: number | undefined
  /** Returns when it fires first, or undefined if never. Times here are milliseconds since 1970. */
  first(now: number): number | undefined
  /**
   * Returns when it fires next. Due dates in the past, because the clock jumped or the instance was suspended, are
   * skipped, and an interval restarts at `now`.
   */
  next(lastDueDate: number, now: number): number | undefined
}

/**
 * Reads a timer's cycle: a repeating interval such as `R3/PT10S`, `R/P1D` or `R5/2024-01-01T08:00:00Z/PT1H`, or a cron
 * expression of six fields such as `0 0 9-17 * * MON-FRI`. Returns undefined for anything else.
 */
export function parseCycle(text: string): Cycle | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('R')) {
    const cron = parseCron(trimmed)
    return cron && cronCycle(cron)
  }
  const match = /^R(-?\d*)\/(.+)$/.exec(trimmed)
  const interval = match ? toInterval(match[2]) : undefined
  return interval && intervalCycle(match?.[1] ?? '', interval)
}

function intervalCycle(count: string, interval: Interval): Cycle {
  const endless = count === '' || count === '-1'
  return {
    // Camunda fires `R0` once.
    repetitions: endless ? undefined : Math.max(1, Number(count)),
    first: (now) => dueDate(interval, now),
    next(lastDueDate, now) {
      const following = addInterval(lastDueDate, interval)
      return following > now ? following : addInterval(now, interval)
    },
  }
}

function cronCycle(cron: Cron): Cycle {
  return {
    repetitions: undefined,
    first: (now) => cron.next(now),
    next: (lastDueDate, now) => cron.next(Math.max(lastDueDate, now)),
  }
}
