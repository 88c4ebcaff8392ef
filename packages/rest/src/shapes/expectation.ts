import type { Limits, Shape } from './shape.ts'

/** Kinds that are not `a string`. */
const names: Readonly<Record<string, string>> = {
  object: 'a plain object',
  record: 'a plain object',
  array: 'an array',
  date: 'a date and time',
  key: 'a key: its digits as a string, for example "2251799813685254"',
  number: 'a number',
  integer: 'a whole number',
  bigint: 'a bigint',
  boolean: 'true or false',
  bytes: 'a Blob or File',
  null: 'null',
}

/** What limits count, where it is not characters. */
const units: Readonly<Record<string, string>> = { array: ' items', number: '', integer: '' }

/** Says what a value must be, for messages: `a string of 1 to 255 characters`. */
export function expectation(shape: Shape): string {
  const { kind } = shape
  if (kind === 'enum') return `one of ${shape.values.join(', ')}`
  if (kind === 'nullable') return `${expectation(shape.shape)} or null`
  if (kind === 'union') return [...new Set(shape.options.map(expectation))].join(' or ')
  const name = names[kind] ?? 'a string'
  const unit = units[kind] ?? ' characters'
  const { min, max } = shape as Limits
  if (min !== undefined && max !== undefined) return `${name} ${unit ? 'of' : 'from'} ${min} to ${max}${unit}`
  if (max !== undefined) return `${name} of at most ${max}${unit}`
  if (min === undefined) return name
  return min === 1 && unit ? `${name} that is not empty` : `${name} of at least ${min}${unit}`
}
