import type { FeelFunction } from 'feelin'
import { format } from './values.ts'
import { warn } from './warnings.ts'

type Operator = (...operands: readonly unknown[]) => unknown

/** Operators on conditions. A condition that is neither true nor false is reported, and counts as unknown. */
export const logicOperators: Readonly<Record<string, Operator>> = {
  and: (left, right) => combined([left, right], false),
  or: (left, right) => combined([left, right], true),
  // The right side is a function, which is called only if the left side does not decide.
  'and then': (left, right) => (left === false ? false : combined([left, (right as FeelFunction).fn()], false)),
  'or else': (left, right) => (left === true ? true : combined([left, (right as FeelFunction).fn()], true)),
  every: (conditions) => (Array.isArray(conditions) ? combined(conditions, false) : null),
  some: (conditions) => (Array.isArray(conditions) ? combined(conditions, true) : null),
  'true?': (condition) => toBoolean(condition) === true,
}

/** Three-valued: a deciding value wins; otherwise anything that is not a boolean makes the result unknown. */
function combined(conditions: readonly unknown[], deciding: boolean): boolean | null {
  let result: boolean | null = !deciding
  for (const condition of conditions) {
    const value = toBoolean(condition)
    if (value === deciding) return deciding
    if (value === null) result = null
  }
  return result
}

function toBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  return warn('INVALID_TYPE', `Expected boolean but found '${format(value)}'`)
}
