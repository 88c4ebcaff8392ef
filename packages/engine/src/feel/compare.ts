import type { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime } from 'feelin'
import { type FeelNumber, isNumber } from './number.ts'
import { epochMilliseconds, timeMilliseconds, totalMilliseconds, totalMonths } from './temporal.ts'
import { type FeelContext, typeOf } from './values.ts'

/**
 * Whether two values are equal; null if their types differ, which is neither equal nor different. Null equals only null.
 * Two moments in different zones differ, as in Camunda.
 */
export function equal(a: unknown, b: unknown): boolean | null {
  if (typeof a === 'string' && typeof b === 'string') return a === b
  const type = typeOf(a)
  const other = typeOf(b)
  if (type === 'null' || other === 'null') return type === other
  if (type !== other) return null
  switch (type) {
    case 'number':
      // biome-ignore lint/suspicious/noDoubleEquals: a bigint equals the number of the same value
      return (a as FeelNumber) == (b as FeelNumber)
    case 'boolean':
      return a === b
    case 'list':
      return equalLists(a as unknown[], b as unknown[])
    case 'context':
      return equalContexts(a as FeelContext, b as FeelContext)
    case 'range':
      return equalRanges(a as FeelRange, b as FeelRange)
    case 'function':
      return a === b
    case 'years and months duration':
    case 'days and time duration':
      return order(a, b) === 0
    default:
      return String(a) === String(b)
  }
}

function equalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]) === true)
}

function equalContexts(a: FeelContext, b: FeelContext): boolean {
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]) === true)
  )
}

function equalRanges(a: FeelRange, b: FeelRange): boolean {
  return (
    a['start included'] === b['start included'] &&
    a['end included'] === b['end included'] &&
    equal(a.start, b.start) === true &&
    equal(a.end, b.end) === true
  )
}

/**
 * Negative if `a` comes before `b`, zero if neither comes first, positive if it comes after; undefined if they cannot
 * be compared: their types differ, or the type has no order (null, boolean, list, context).
 */
export function order(a: unknown, b: unknown): number | undefined {
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  const type = typeOf(a)
  if (type !== typeOf(b)) return undefined
  switch (type) {
    case 'date':
      return dayNumber(a as FeelDate) - dayNumber(b as FeelDate)
    case 'time':
    case 'local time':
      return timeMilliseconds(a as FeelTime) - timeMilliseconds(b as FeelTime)
    case 'date and time':
    case 'local date and time':
      return epochMilliseconds(a as FeelDateTime) - epochMilliseconds(b as FeelDateTime)
    case 'years and months duration':
      return totalMonths(a as FeelDuration) - totalMonths(b as FeelDuration)
    case 'days and time duration':
      return totalMilliseconds(a as FeelDuration) - totalMilliseconds(b as FeelDuration)
    default:
      return undefined
  }
}

function dayNumber({ year, month, day }: FeelDate): number {
  return (year * 12 + month) * 31 + day
}

/** Whether a range includes a value; null if they cannot be compared. */
export function includes(range: FeelRange, value: unknown): boolean | null {
  const start = order(value, range.start)
  const end = order(value, range.end)
  if (start === undefined || end === undefined) return null
  return (range['start included'] ? start >= 0 : start > 0) && (range['end included'] ? end <= 0 : end < 0)
}
