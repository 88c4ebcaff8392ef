import { DATE_UNITS, rangeAround } from '../date-range.ts'

// java.time.ZonedDateTime as text: seconds and their fraction are optional, and the name of a zone may follow the
// offset.
const FILTER = new RegExp(
  `^(<=?|>=?)?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)(?:\\[[\\w/+-]+\\])?(?:\\|\\|/([${DATE_UNITS}]))?$`,
)

/**
 * Reads a filter on a date: a moment, optionally preceded by a comparison (`<`, `<=`, `>`, `>=`) and followed by a
 * suffix such as `||/d`, which selects the entire day (UTC) that contains it. Precise to the millisecond.
 *
 * Returns undefined if the text is not a valid filter.
 */
export function readDateFilter(text: string): ((epochMs: number) => boolean) | undefined {
  const parts = FILTER.exec(text)
  if (parts === null) return undefined
  const [, comparison, minute, second = ':00', zone, unit] = parts
  const moment = Date.parse(`${minute}${second.replace(/(\.\d{3})\d+/, '$1')}${zone}`)
  if (Number.isNaN(moment)) return undefined
  const { from, to } = rangeAround(moment, unit)
  switch (comparison) {
    case '<':
      return (date) => date < from
    case '<=':
      return (date) => date <= to
    case '>':
      return (date) => date > to
    case '>=':
      return (date) => date >= from
    default:
      return (date) => from <= date && date <= to
  }
}
