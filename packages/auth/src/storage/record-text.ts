import type { StoredRecord } from './storage.ts'

/** A client returned a value that it should never return. Unlike a failure of the storage, this happens every time. */
export class UnexpectedReply extends TypeError {}

/**
 * Returns a record as text, for storages that keep nothing else: `<expiresAt> <length> <value>`. Not JSON, because some
 * clients silently parse everything that looks like JSON; with its length, so that a truncated record is noticed.
 */
export function writeRecordText({ value, expiresAt }: StoredRecord): string {
  return `${expiresAt} ${value.length} ${value}`
}

/**
 * Returns undefined if the record has expired or is incomplete.
 *
 * @throws UnexpectedReply if it is not text, as `readText` does
 */
export function readRecordText(given: unknown, now: number): StoredRecord | undefined {
  const [, expiresAt, length, value] = /^(\S+) (\d+) (.*)$/s.exec(readText(given) ?? '') ?? []
  return value?.length === Number(length) ? wholeRecord({ value, expiresAt: Number(expiresAt) }, now) : undefined
}

/**
 * Returns text that a client returned, possibly as bytes; undefined if it returned none.
 *
 * @throws UnexpectedReply for anything else, because every read would count as a miss
 */
export function readText(given: unknown): string | undefined {
  if (typeof given === 'string') return given
  if (given instanceof Uint8Array) return new TextDecoder().decode(given)
  if (given === undefined || given === null) return undefined
  throw new UnexpectedReply(`the stored value was returned as ${typeof given}, not as text`)
}

/** Returns a record that is stored as an object; undefined if it has expired or is incomplete. */
export function wholeRecord(given: unknown, now: number): StoredRecord | undefined {
  const { value, expiresAt } = (given ?? {}) as Partial<StoredRecord>
  if (typeof value !== 'string' || !Number.isFinite(expiresAt) || !(Number(expiresAt) > now)) return undefined
  return { value, expiresAt: Number(expiresAt) }
}
