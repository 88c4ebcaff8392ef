import { parseCycle } from '../feel/cycle.ts'
import { toEpochMilliseconds } from '../feel/date-time.ts'
import { dueDate, toInterval } from '../feel/duration.ts'
import type { TimerEventModel } from '../model/event-model.ts'
import { Failure } from './failure.ts'

/** When a timer fires, in milliseconds since 1970. */
export interface TimerSchedule {
  readonly first: number
  /** How often it fires; undefined if it never ends. */
  readonly repetitions: number | undefined
  /** When it fires after it fired at `last`; undefined if never. */
  next(last: number, now: number): number | undefined
}

/** Reads the value of a timer's expression. Throws a `Failure` if it is not a date, duration or cycle. */
export function readSchedule({ timerType, value }: TimerEventModel, result: unknown, now: number): TimerSchedule {
  const schedule = readByType[timerType](result, now)
  if (schedule !== undefined) return schedule
  throw new Failure('EXTRACT_VALUE_ERROR', `The ${timerType} of the timer is not valid: '${value.text}'.`)
}

const readByType: Readonly<
  Record<TimerEventModel['timerType'], (value: unknown, now: number) => TimerSchedule | undefined>
> = {
  date(value) {
    const date = toEpochMilliseconds(value)
    return date === undefined ? undefined : once(date)
  },
  duration(value, now) {
    const interval = toInterval(value)
    return interval && once(dueDate(interval, now))
  },
  cycle(value, now) {
    const cycle = typeof value === 'string' ? parseCycle(value) : undefined
    const first = cycle?.first(now)
    if (cycle === undefined || first === undefined) return undefined
    // An interval of zero would keep the time from advancing.
    const next = (last: number, time: number): number | undefined => atLeast(cycle.next(last, time), last + 1)
    return { first, repetitions: cycle.repetitions, next }
  },
}

function once(first: number): TimerSchedule {
  return { first, repetitions: 1, next: () => undefined }
}

function atLeast(time: number | undefined, least: number): number | undefined {
  return time === undefined ? undefined : Math.max(time, least)
}
