export const monthNames: readonly string[] = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MAY',
  'JUN',
  'JUL',
  'AUG',
  'SEP',
  'OCT',
  'NOV',
  'DEC',
]
export const weekdayNames: readonly string[] = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

export interface FieldBounds {
  readonly from: number
  readonly to: number
  readonly names?: readonly string[]
  /** The number of the first name. */
  readonly firstName?: number
  /** The number of values, if a range may wrap around, as in `SAT-SUN`. */
  readonly cycle?: number
}

/** Returns the values that a field of a cron expression matches, in order; undefined if the field is invalid. */
export function parseField(text: string, bounds: FieldBounds): readonly number[] | undefined {
  const values = new Set<number>()
  for (const item of text.split(',')) {
    const range = parseItem(item, bounds)
    if (!range) return undefined
    for (let value = range.from; value <= range.to; value += range.step) values.add(value)
  }
  return [...values].sort((a, b) => a - b)
}

interface Range {
  readonly from: number
  readonly to: number
  readonly step: number
}

/** `*`, `5`, `1-5`, or one of these with a step: a star with `/15`, `5/10`, `1-30/2`. */
function parseItem(item: string, bounds: FieldBounds): Range | undefined {
  const [span = '', stepText, ...more] = item.split('/')
  const step = stepText === undefined ? 1 : Number(stepText)
  if (more.length > 0 || !Number.isInteger(step) || step < 1 || stepText === '') return undefined
  if (span === '*') return { from: bounds.from, to: bounds.to, step }
  const ends = span.split('-').map((end) => parseValue(end, bounds))
  const [from, to] = ends
  if (from === undefined || ends.length > 2) return undefined
  if (ends.length === 1) return { from, to: stepText === undefined ? from : bounds.to, step }
  if (to === undefined || (to < from && bounds.cycle === undefined)) return undefined
  return { from, to: to < from ? to + (bounds.cycle ?? 0) : to, step }
}

/** A number within the bounds, or a name. */
export function parseValue(text: string, { from, to, names = [], firstName = 0 }: FieldBounds): number | undefined {
  const named = names.indexOf(text.toUpperCase())
  if (named >= 0) return named + firstName
  const value = Number(text)
  return /^\d+$/.test(text) && value >= from && value <= to ? value : undefined
}
