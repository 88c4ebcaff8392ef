const pattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)$/

/** Returns a date and time of Operate or Tasklist in RFC 3339, with `Z` for UTC; anything else unchanged. */
export function readDate(text: unknown): unknown {
  const [, seconds, fraction, offset = ''] = pattern.exec(String(text)) ?? []
  if (seconds === undefined) return text
  const zone = /^Z$|00:?00$/.test(offset) ? 'Z' : offset.replace(/(\d\d):?(\d\d)$/, '$1:$2')
  return `${seconds}.${(fraction ?? '').padEnd(3, '0')}${zone}`
}

/**
 * Returns the milliseconds since 1970 of a date in a filter; undefined if it is not a date, or more precise than a
 * millisecond.
 */
export function readMoment(value: unknown): number | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.getTime()
  const [, seconds, fraction = '', offset = ''] = pattern.exec(String(value)) ?? []
  if (seconds === undefined || /[1-9]/.test(fraction.slice(3))) return undefined
  const zone = offset.replace(/(\d\d):?(\d\d)$/, '$1:$2')
  const moment = Date.parse(`${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`)
  return Number.isNaN(moment) ? undefined : moment
}

/** Returns a moment in the format of Operate's filters. */
export function writeMoment(moment: number): string {
  return new Date(moment).toISOString().replace('Z', '+0000')
}

/** The units that Operate can round to, with the end of a unit that begins at a moment, in UTC. */
const units: readonly (readonly [unit: string, end: (begin: Date) => number, isBegin: RegExp])[] = [
  ['y', (date) => Date.UTC(date.getUTCFullYear() + 1, 0), /-01-01T00:00:00\.000Z$/],
  ['M', (date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1), /-01T00:00:00\.000Z$/],
  ['d', (date) => date.getTime() + 86_400_000, /T00:00:00\.000Z$/],
  ['h', (date) => date.getTime() + 3_600_000, /:00:00\.000Z$/],
  ['m', (date) => date.getTime() + 60_000, /:00\.000Z$/],
  ['s', (date) => date.getTime() + 1000, /\.000Z$/],
]

/**
 * Returns the period from one moment (inclusive) to another (exclusive) in the format of Operate's filters: exactly one
 * year, month, day, hour, minute or second, in UTC. Undefined for any other period.
 */
export function writePeriod(from: number, until: number): string | undefined {
  const begin = new Date(from)
  const text = begin.toISOString()
  const unit = units.find(([, end, isBegin]) => isBegin.test(text) && end(begin) === until)
  return unit && `${writeMoment(from)}||/${unit[0]}`
}
