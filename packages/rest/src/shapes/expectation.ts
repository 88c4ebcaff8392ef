import type { Limits, Shape } from './shape.ts'

/** Kinds that are not `a string`. */
const names: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  date: 'a date and time',
  key: 'a key: its digits as a string, for example "2251799813685254"',
  number: 'a number',
  integer: 'a whole number',
  bigint: 'a bigint',
  boolean: 'true or false',
  bytes: 'a Blob or File',
  null: 'null',
}

/** Says what a value must be, for messages: `a string of 1 to 255 characters`. */
export function expectation(shape: Shape): string {
  const { kind } = shape
  if (kind === 'enum') return `one of ${shape.values.join(', ')}`
  if (kind === 'nullable') return `${expectation(shape.shape)} or null`
  if (kind === 'union') return [...new Set(shape.options.map(expectation))].join(' or ')
  if (kind === 'array') return `an array${range(shape, ' of ', ' items')}`
  const name = names[kind] ?? 'a string'
  const limits = shape as Limits
  if (kind === 'number' || kind === 'integer') {
    return name + range(limits, limits.min !== undefined && limits.max !== undefined ? ' from ' : ', ', '')
  }
  return limits.min === 1 && limits.max === undefined
    ? `${name} that is not empty`
    : name + range(limits, ' of ', ' characters')
}

function range({ min, max }: Limits, before: string, after: string): string {
  if (max !== undefined) return `${before}${min === undefined ? 'at most' : `${min} to`} ${max}${after}`
  return min === undefined ? '' : `${before}at least ${min}${after}`
}
