import type { Limits, Shape } from './shape.ts'

/** Kinds that are not `a string`. */
const names: Readonly<Record<string, string>> = {
  object: 'a plain object',
  record: 'a plain object',
  array: 'an array',
  date: 'a date and time, such as 2026-11-20T08:15:00Z',
  key: 'a key: its digits as a string, for example "2251799813685254"',
  number: 'a number',
  integer: 'a whole number',
  bigint: 'a bigint',
  boolean: 'true or false',
  bytes: 'a Blob or File',
  null: 'null',
}

/** The unit of limits, if not characters. */
const units: Readonly<Record<string, string>> = { array: ' items', number: '', integer: '' }

/**
 * Returns what a value must be, for messages: `a string of 1 to 255 characters`.
 *
 * @param isLimited - False if limits are not checked, as in responses of a lenient client: only the JSON type counts.
 */
export function expectation(shape: Shape, isLimited = true): string {
  const { kind } = shape
  if (kind === 'nullable') return `${expectation(shape.shape, isLimited)} or null`
  if (kind === 'union') {
    return [...new Set(shape.options.map((option) => expectation(option, isLimited)))].join(' or ')
  }
  if (!isLimited) return kind === 'date' ? 'a string' : kind === 'integer' ? 'a number' : nameOf(kind)
  if (kind === 'enum') return `one of ${shape.values.join(', ')}`
  const name = nameOf(kind)
  const { min, max } = shape as Limits
  const unit = units[kind] ?? ' characters'
  if (min === undefined) return max === undefined ? name : `${name} of at most ${max}${unit}`
  if (max !== undefined) return `${name} ${unit ? 'of' : 'from'} ${min} to ${max}${unit}`
  return min === 1 && unit ? `${name} that is not empty` : `${name} of at least ${min}${unit}`
}

function nameOf(kind: Shape['kind']): string {
  return names[kind] ?? 'a string'
}
