import { type BaseIssue, type BaseSchema, custom, pipe, transform } from 'valibot'

/**
 * A 64-bit key. Takes its digits as text, a bigint, or an integer that JavaScript holds exactly; gives text.
 */
export function key(): BaseSchema<string | number | bigint, string, BaseIssue<unknown>> {
  return pipe(
    custom<string | number | bigint>(isKey, 'is not a key: pass its digits as text'),
    transform((value) => (typeof value === 'string' ? value : String(value))),
  )
}

function isKey(value: unknown): boolean {
  if (typeof value === 'string') return /^-?\d{1,19}$/.test(value)
  return typeof value === 'bigint' || Number.isSafeInteger(value)
}
