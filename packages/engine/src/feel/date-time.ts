import { FeelDateTime } from 'feelin'
import { epochMilliseconds, parseDateTime } from './temporal.ts'

/**
 * Reads the date of a timer or a due date: a FEEL date and time (UTC if it has no zone) or ISO 8601 text with an offset
 * or a zone, such as `2024-02-29T10:30:00Z` or `2024-02-29T10:30+01:00[Europe/Berlin]`. Text with neither is invalid.
 *
 * @returns Milliseconds since 1970, or undefined for anything else.
 */
export function toEpochMilliseconds(value: unknown): number | undefined {
  if (value instanceof FeelDateTime) return epochMilliseconds(value)
  return typeof value === 'string' ? parseDateTimeText(value) : undefined
}

/** Reads ISO 8601 text with an offset or a zone, as `toEpochMilliseconds` does. */
export function parseDateTimeText(text: string): number | undefined {
  const offset = /(?:Z|[+-]\d{2}:\d{2})(?=\[|$)/i.exec(text)
  // With both, the offset decides: when summer time ends, one hour occurs twice.
  const moment = parseDateTime(offset ? text.slice(0, offset.index).toUpperCase() + offset[0].toUpperCase() : '')
  return moment ? epochMilliseconds(moment) : undefined
}
