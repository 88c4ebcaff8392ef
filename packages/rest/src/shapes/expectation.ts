import type { Limits, ScalarKind, ScalarShape, Shape } from './shape.ts'

const names: Readonly<Record<ScalarKind, string>> = {
  text: 'a string',
  longText: 'a string',
  secret: 'a string',
  email: 'a string',
  date: 'a date and time',
  key: 'a key: its digits as a string, for example "2251799813685254"',
  number: 'a number',
  integer: 'a whole number',
  bigint: 'a bigint',
  boolean: 'true or false',
  bytes: 'a Blob or File',
  unknown: 'any value',
  ignored: 'any value',
  null: 'null',
}

/** Says what a value must be, for messages: `a string of 1 to 255 characters`. */
export function expectation(shape: Shape): string {
  switch (shape.kind) {
    case 'object':
      return shape.empty ? 'an empty object' : 'an object'
    case 'record':
      return 'an object'
    case 'array':
      return `an array${arrayRange(shape)}`
    case 'enum':
      return `one of ${shape.values.join(', ')}`
    case 'nullable':
      return `${expectation(shape.shape)} or null`
    case 'union':
      return [...new Set(shape.options.map(expectation))].join(' or ')
    default:
      return names[shape.kind] + scalarRange(shape)
  }
}

function arrayRange(limits: Limits): string {
  return limits.min === undefined && limits.max === undefined ? '' : ` of ${range(limits)} items`
}

function scalarRange({ kind, min, max }: ScalarShape): string {
  if (min === undefined && max === undefined) return ''
  if (kind !== 'number' && kind !== 'integer') {
    return min === 1 && max === undefined ? ' that is not empty' : ` of ${range({ min, max })} characters`
  }
  return min !== undefined && max !== undefined ? ` from ${min} to ${max}` : `, ${range({ min, max })}`
}

function range({ min, max }: Limits): string {
  if (min === undefined) return `at most ${max}`
  return max === undefined ? `at least ${min}` : `${min} to ${max}`
}
