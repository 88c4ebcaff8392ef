import type { Shape } from '@x/rest/shapes'
import { invalid } from '../problems.ts'

/** How the values of a member are compared. */
export interface ValueKind {
  /** Converts a value of a request to that of records. @throws {@link Problem} for a malformed date. */
  read(value: unknown): string | number | boolean
  /** Negative if `a` comes first. Neither is null or undefined. */
  compare(a: unknown, b: unknown): number
}

const compareInOrder = (a: unknown, b: unknown): number => {
  if (a === b) return 0
  return (a as string) < (b as string) ? -1 : 1
}

/** Keys are text: numbers without leading zeros. */
export function compareKeys(a: unknown, b: unknown): number {
  return (a as string).length - (b as string).length || compareInOrder(a, b)
}

const plain: ValueKind = { read: (value) => value as string | number | boolean, compare: compareInOrder }
const key: ValueKind = { read: String, compare: compareKeys }
const number: ValueKind = { read: Number, compare: compareInOrder }
/** Records have dates in UTC with milliseconds, so comparing the text compares the dates. */
const date: ValueKind = { read: readDate, compare: compareInOrder }

/** Returns the kind of a member's values, from its shape in a filter or a record. */
export function valueKindOf(shape: Shape | undefined): ValueKind {
  switch (shape?.kind) {
    case 'nullable':
      return valueKindOf(shape.shape)
    case 'array':
      return valueKindOf(shape.item)
    case 'union':
      return valueKindOf(shape.options.find((option) => option.kind !== 'object'))
    case 'key':
      return key
    case 'integer':
    case 'number':
      return number
    case 'date':
      return date
    default:
      return plain
  }
}

function readDate(value: unknown): string {
  const time = Date.parse(String(value))
  if (Number.isNaN(time)) throw invalid(`The value '${value}' is not a date and time according to RFC 3339.`)
  return new Date(time).toISOString()
}
