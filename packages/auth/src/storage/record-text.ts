import type { StoredRecord } from './storage.ts'

/**
 * A record as text, for places that keep nothing else: `<expiresAt> <length> <value>`. Not JSON, since some clients parse
 * whatever looks like JSON behind our back; with its length, so that one that was cut off is noticed.
 */
export function writeRecordText({ value, expiresAt }: StoredRecord): string {
  return `${expiresAt} ${value.length} ${value}`
}

/** `undefined` for what has expired, and for what is not a whole record. */
export function readRecordText(text: unknown, now: number): StoredRecord | undefined {
  if (typeof text !== 'string') return undefined
  const [, expiresAt, length, value] = /^(\S+) (\d+) (.*)$/s.exec(text) ?? []
  if (value === undefined || value.length !== Number(length) || !(Number(expiresAt) > now)) return undefined
  return { value, expiresAt: Number(expiresAt) }
}
