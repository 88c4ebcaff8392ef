import { isDateTime } from '@x/rest'

const PATTERN =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-](?:0\d|1[0-8])):?([0-5]\d))(\|\|\/[yMwdhms])?$/

/** Date, time to the millisecond, hours and minutes of the offset, rounding. */
type Parts = [dateTime: string, hours: string, minutes: string, rounding: string]

function split(text: string): Parts | undefined {
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const [, seconds, fraction = '', hours = '+00', minutes = '00', rounding = ''] = match
  const dateTime = `${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}`
  return isDateTime(dateTime) ? [dateTime, hours, minutes, rounding] : undefined
}

/**
 * Parses a date of an Operate response.
 *
 * Operate writes `2026-11-20T08:15:00.000+0000`, which `Date.parse` of some engines rejects, or, on servers with
 * `camunda.operate.rfc3339ApiDateFormat=true`, `2026-11-20T08:15:00.000+00:00`. This accepts both, and `Z`. Responses
 * contain the text unchanged; call this function to calculate with it.
 *
 * @throws `RangeError` if the text is not such a date, does not exist (30 February, 25:00), or has a rounding such as
 * `||/d`
 * @example
 * const instance = await operate.processInstances.get('2251799813685249')
 * const age = Date.now() - parseOperateDate(instance.startDate).getTime()
 */
export function parseOperateDate(text: string): Date {
  const parts = split(text)
  if (parts === undefined || parts[3] !== '') {
    throw new RangeError('The text must be a date in the format of Operate, for example 2026-11-20T08:15:00.000+0000')
  }
  return new Date(`${parts[0]}${parts[1]}:${parts[2]}`)
}

/**
 * Formats a date like Operate, in UTC: `2026-11-20T08:15:00.000+0000`.
 *
 * Filters accept a `Date`; call this function to add a rounding to one.
 *
 * @throws `RangeError` if the date is invalid or its year does not have four digits
 * @example
 * // every instance that started today (UTC)
 * await operate.processInstances.search({ filter: { startDate: `${formatOperateDate(new Date())}||/d` } })
 */
export function formatOperateDate(date: Date): string {
  const text = date.toISOString()
  if (text.length !== 24) throw new RangeError('The year must be from 0000 to 9999')
  return `${text.slice(0, -1)}+0000`
}

/** The format of dates in filters, for error messages. */
export const dateExpected = 'a Date, or text such as 2026-11-20T08:15:00.000+0000'

/**
 * Returns a filter's date in the only format that the server accepts: it requires an exact format of the offset.
 * Undefined if the value is not a date.
 */
export function wireDate(value: unknown, rfc3339: boolean): string | undefined {
  let parts: Parts | undefined
  if (typeof value === 'string') parts = split(value)
  else if (value instanceof Date && !Number.isNaN(value.getTime())) parts = split(value.toISOString())
  return parts && `${parts[0]}${parts[1]}${rfc3339 ? ':' : ''}${parts[2]}${parts[3]}`
}
