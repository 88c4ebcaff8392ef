import { type DayTest, parseDayOfMonth, parseDayOfWeek } from './cron-days.ts'
import { monthNames, parseField } from './cron-field.ts'

/** A cron expression, in UTC. */
export interface Cron {
  /** Returns the first matching moment after this one, or undefined if there is none within 30 years. */
  next(after: number): number | undefined
}

const macros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
}

/**
 * Parses a cron expression with the syntax of Spring 5.3, which Camunda uses: second, minute, hour, day of month,
 * month, day of week; `*`, `?`, lists, ranges, steps, names, `L`, `W` and `#`; also macros such as `@daily`. Both day
 * fields must match. Returns undefined if the text is not a cron expression.
 */
export function parseCron(text: string): Cron | undefined {
  const fields = (macros[text.toLowerCase()] ?? text).trim().split(/\s+/)
  if (fields.length !== 6) return undefined
  const [second, minute, hour, dayOfMonth, month, dayOfWeek] = fields as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const seconds = parseField(second, { from: 0, to: 59 })
  const minutes = parseField(minute, { from: 0, to: 59 })
  const hours = parseField(hour, { from: 0, to: 23 })
  const months = parseField(month, { from: 1, to: 12, names: monthNames, firstName: 1 })
  const days = parseDayOfMonth(dayOfMonth)
  const weekdays = parseDayOfWeek(dayOfWeek)
  if (!seconds || !minutes || !hours || !months || !days || !weekdays) return undefined
  const isDay: DayTest = (day) => months.includes(day.month) && days(day) && weekdays(day)
  return { next: (after) => findNext(after, isDay, timesOf(hours, minutes, seconds)) }
}

/** The times of a day in milliseconds, in order, without enumerating all 86,400 seconds. */
function timesOf(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]) {
  return (from: number): number | undefined => {
    for (const hour of hours) {
      if ((hour + 1) * 3_600_000 <= from) continue
      for (const minute of minutes) {
        const start = (hour * 60 + minute) * 60_000
        if (start + 60_000 <= from) continue
        for (const second of seconds) if (start + second * 1000 >= from) return start + second * 1000
      }
    }
    return undefined
  }
}

const dayMs = 86_400_000
const horizonDays = 30 * 366

function findNext(after: number, isDay: DayTest, timeFrom: (from: number) => number | undefined): number | undefined {
  const from = after + 1
  let midnight = Math.floor(from / dayMs) * dayMs
  for (let days = 0; days <= horizonDays; days++, midnight += dayMs) {
    const date = new Date(midnight)
    const day = {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      weekday: date.getUTCDay(),
    }
    const time = isDay(day) ? timeFrom(Math.max(0, from - midnight)) : undefined
    if (time !== undefined) return midnight + time
  }
  return undefined
}
