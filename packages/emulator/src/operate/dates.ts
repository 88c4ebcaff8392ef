import { DATE_UNITS, type DateRange, rangeAround } from '../date-range.ts'

const DATE = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3})([+-]\\d\\d):?(\\d\\d)(?:\\|\\|/([${DATE_UNITS}]))?$`,
)

/**
 * The range of a date filter: the moment itself or, with a suffix such as `||/d`, the entire year, month, week (from
 * Monday), day, hour, minute or second (UTC) that contains it. Undefined if the text is not a valid date.
 */
export function readDateRange(text: string): DateRange | undefined {
  const [, local, hours, minutes, unit] = DATE.exec(text) ?? []
  const moment = Date.parse(`${local}${hours}:${minutes}`)
  return Number.isNaN(moment) ? undefined : rangeAround(moment, unit)
}
