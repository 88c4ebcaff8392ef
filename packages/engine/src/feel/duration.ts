import { FeelDuration } from 'feelin'
import { parseDateTimeText } from './date-time.ts'
import { totalMilliseconds, totalMonths } from './temporal.ts'

/** How long a timer waits. Months and days are calendar units, in UTC; the rest is exact. */
export interface Interval {
  readonly months: number
  readonly days: number
  readonly milliseconds: number
  /** When the interval starts, in milliseconds since 1970: the first part of `2024-01-01T00:00:00Z/PT10S`. */
  readonly start: number | undefined
}

const numeral = '([+-]?\\d+)'
const period = new RegExp(`^P(?:${numeral}Y)?(?:${numeral}M)?(?:${numeral}W)?(?:${numeral}D)?`, 'i')
const time = new RegExp(`^T(?:${numeral}H)?(?:${numeral}M)?(?:([+-]?\\d+(?:[.,]\\d{0,9})?)S)?$`, 'i')

/**
 * Reads the duration of a timer: a FEEL duration or ISO 8601 text such as `PT10S`, `P1Y2M3DT4H` or `P2W`, optionally
 * with a sign or a start. Returns undefined for anything else.
 */
export function toInterval(value: unknown): Interval | undefined {
  if (value instanceof FeelDuration) {
    const [months, milliseconds] = value.yearsMonths ? [totalMonths(value), 0] : [0, totalMilliseconds(value)]
    return { months, days: 0, milliseconds, start: undefined }
  }
  return typeof value === 'string' ? parseInterval(value) : undefined
}

function parseInterval(text: string): Interval | undefined {
  const slash = text.lastIndexOf('/')
  if (slash <= 0) return parseLength(text.slice(slash + 1))
  const start = parseDateTimeText(text.slice(0, slash))
  const length = parseLength(text.slice(slash + 1))
  return start === undefined || !length ? undefined : { ...length, start }
}

function parseLength(text: string): Interval | undefined {
  const unsigned = text.replace(/^[+-]/, '')
  const date = period.exec(unsigned)
  if (!date) return undefined
  const rest = unsigned.slice(date[0].length)
  const clock = rest === '' ? [] : time.exec(rest)
  if (!clock || [...date.slice(1), ...clock.slice(1)].every((part) => part === undefined)) return undefined
  if (rest !== '' && clock.slice(1).every((part) => part === undefined)) return undefined
  const [years, months, weeks, days] = date.slice(1).map(amount) as [number, number, number, number]
  const [hours, minutes, seconds] = [clock[1], clock[2], clock[3]].map(amount) as [number, number, number]
  const sign = text.startsWith('-') ? -1 : 1
  return {
    months: sign * (years * 12 + months) + 0,
    days: sign * (weeks * 7 + days) + 0,
    milliseconds: sign * ((hours * 60 + minutes) * 60_000 + Math.round(seconds * 1000)) + 0,
    start: undefined,
  }
}

function amount(part: string | undefined): number {
  return part === undefined ? 0 : Number(part.replace(',', '.'))
}

/**
 * Returns when an interval that begins at `from` ends. Months are added first, and a day that the month does not have
 * becomes its last day (January 31 plus a month is February 28); then the days, then the rest.
 */
export function addInterval(from: number, { months, days, milliseconds }: Interval): number {
  const date = new Date(from)
  if (months !== 0) {
    const day = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + months)
    const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(day, lastDay))
  }
  date.setUTCDate(date.getUTCDate() + days)
  return date.getTime() + milliseconds
}

/** Returns when a timer with this duration is due. If its start has passed, it is due immediately. */
export function dueDate(interval: Interval, now: number): number {
  return interval.start === undefined ? addInterval(now, interval) : Math.max(interval.start, now)
}
