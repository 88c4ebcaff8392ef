import { isDateTime } from '@x/rest'

// Comparison, date and time, fraction, offset's hours and minutes, name of the zone, range.
const PATTERN =
  /^([<>]=?)?(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(?:Z|([+-](?:0\d|1[0-8]))(?::?([0-5]\d))?)(\[[\w/+-]+\])?(\|\|\/[yMwdhms])?$/

/**
 * The format of a date in a filter, with the same text as the pattern of `DateFilter`, which rejects most other values.
 */
export const DATE_EXPECTED = 'must be a date and time with its zone, for example ">=2026-11-20T08:15:00Z||/d"'

/**
 * Returns a date filter in the server's format: a string with a colon in the offset, which `+0000` of other servers
 * lacks. Undefined if it is not a valid date.
 */
export function wireDate(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  const parts = typeof value === 'string' && PATTERN.exec(value)
  if (!parts) return undefined
  const [, comparison = '', dateTime = '', fraction = '', hours, minutes = '00', zone = '', range = ''] = parts
  // The server accepts no fraction of a minute.
  if (!isDateTime(dateTime) || (fraction && dateTime.length === 16)) return undefined
  return `${comparison}${dateTime}${fraction}${hours ? `${hours}:${minutes}` : 'Z'}${zone}${range}`
}
