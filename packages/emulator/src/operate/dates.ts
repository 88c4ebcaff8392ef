/** A moment as Operate writes it, without a colon in the offset: `2026-11-20T08:15:00.000+0000`. */
export function formatDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '+0000')
}

/** A span of time, both ends included, in milliseconds since the epoch. */
export interface DateRange {
  readonly from: number
  readonly to: number
}

const DATE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})([+-]\d\d):?(\d\d)(?:\|\|\/([yMwdhms]))?$/

/**
 * What a date filter matches: the moment itself, or with a suffix such as `||/d` all of the year, month, week (from
 * Monday), day, hour, minute or second (UTC) that the moment is in. Undefined when the text is no such date.
 */
export function readDateRange(text: string): DateRange | undefined {
  const [, local, hours, minutes, unit] = DATE.exec(text) ?? []
  const moment = Date.parse(`${local}${hours}:${minutes}`)
  if (Number.isNaN(moment)) return undefined
  if (unit === undefined) return { from: moment, to: moment }
  const from = startOf(unit, moment)
  return { from, to: startOfNext(unit, from) - 1 }
}

const LENGTHS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
/** The epoch began on a Thursday; weeks begin on the Monday before. */
const FIRST_MONDAY = -3 * 86_400_000

function startOf(unit: string, moment: number): number {
  const date = new Date(moment)
  if (unit === 'y') return Date.UTC(date.getUTCFullYear(), 0)
  if (unit === 'M') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth())
  const length = LENGTHS[unit] ?? 1
  const offset = unit === 'w' ? FIRST_MONDAY : 0
  return Math.floor((moment - offset) / length) * length + offset
}

function startOfNext(unit: string, start: number): number {
  const date = new Date(start)
  if (unit === 'y') return Date.UTC(date.getUTCFullYear() + 1, 0)
  if (unit === 'M') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
  return start + (LENGTHS[unit] ?? 1)
}
