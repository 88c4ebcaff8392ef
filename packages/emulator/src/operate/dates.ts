import { DATE_UNITS, type DateRange, rangeAround } from '../date-range.ts'

/** A moment as Operate writes it, without a colon in the offset: `2026-11-20T08:15:00.000+0000`. */
export function formatDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '+0000')
}

const DATE = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3})([+-]\\d\\d):?(\\d\\d)(?:\\|\\|/([${DATE_UNITS}]))?$`,
)

/**
 * What a date filter matches: the moment itself, or with a suffix such as `||/d` all of the year, month, week (from
 * Monday), day, hour, minute or second (UTC) that the moment is in. Undefined when the text is no such date.
 */
export function readDateRange(text: string): DateRange | undefined {
  const [, local, hours, minutes, unit] = DATE.exec(text) ?? []
  const moment = Date.parse(`${local}${hours}:${minutes}`)
  return Number.isNaN(moment) ? undefined : rangeAround(moment, unit)
}
