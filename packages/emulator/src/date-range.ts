/** A range of time, inclusive on both sides, in milliseconds since 1970. */
export interface DateRange {
  readonly from: number
  readonly to: number
}

/** Units of the suffix `||/…`: year, month, week (from Monday), day, hour, minute, second; all in UTC. */
export const DATE_UNITS = 'yMwdhms'

/** The year, month and so on that contains a moment; the moment itself without a unit. */
export function rangeAround(moment: number, unit: string | undefined): DateRange {
  if (unit === undefined) return { from: moment, to: moment }
  const from = startOf(unit, moment)
  return { from, to: startOfNext(unit, from) - 1 }
}

const LENGTHS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
/** January 1, 1970 was a Thursday. Weeks begin on the Monday before. */
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
