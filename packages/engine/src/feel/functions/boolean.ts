import { AssertionError } from '../assertion-error.ts'
import { type Signature, signature } from '../function.ts'

export const booleanFunctions: Readonly<Record<string, readonly Signature[]>> = {
  not: [signature([['negand', 'any']], (value) => (typeof value === 'boolean' ? !value : null))],
  'is defined': [signature([['value', 'any']], (value) => value !== null)],
  'get or else': [
    signature(
      [
        ['value', 'any'],
        ['default', 'any'],
      ],
      (value, fallback) => value ?? fallback,
    ),
  ],
  assert: [
    signature(
      [
        ['value', 'any'],
        ['condition', 'any'],
      ],
      (value, condition) => checked(value, condition, 'The condition is not fulfilled'),
    ),
    signature(
      [
        ['value', 'any'],
        ['condition', 'any'],
        ['cause', 'string'],
      ],
      checked,
    ),
  ],
}

/** The only function that fails the whole evaluation: the element gets an incident with this message. */
function checked(value: unknown, condition: unknown, cause: string): unknown {
  if (condition === true) return value
  throw new AssertionError(cause)
}
