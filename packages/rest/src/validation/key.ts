import type { BaseIssue, BaseSchema } from 'valibot'
import { schema } from './schema.ts'

/**
 * A 64-bit key. Takes its digits as text, a bigint, or an integer that JavaScript holds exactly; gives text.
 */
export function key(): BaseSchema<string | number | bigint, string, BaseIssue<unknown>> {
  return schema({ type: 'key', expects: 'key' }, (value, { report }) =>
    isKey(value) ? String(value) : report('is not a key: pass its digits as text'),
  )
}

function isKey(value: unknown): boolean {
  if (typeof value === 'string') return /^-?\d{1,19}$/.test(value)
  return typeof value === 'bigint' || Number.isSafeInteger(value)
}
