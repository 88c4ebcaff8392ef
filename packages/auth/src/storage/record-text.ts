import type { StoredRecord } from './storage.ts'

/** A client returned what no client of its kind returns: it does so each time, unlike a failure of the place itself. */
export class UnexpectedReply extends TypeError {}

/**
 * A record as text, for places that keep nothing else: `<expiresAt> <length> <value>`. Not JSON, since some clients parse
 * whatever looks like JSON behind our back; with its length, so that one that was cut off is noticed.
 */
export function writeRecordText({ value, expiresAt }: StoredRecord): string {
  return `${expiresAt} ${value.length} ${value}`
}

/**
 * `undefined` for what has expired, and for what is not a whole record.
 *
 * @throws UnexpectedReply for what is no text, as `readText` does
 */
export function readRecordText(given: unknown, now: number): StoredRecord | undefined {
  const [, expiresAt, length, value] = /^(\S+) (\d+) (.*)$/s.exec(readText(given) ?? '') ?? []
  return value?.length === Number(length) ? wholeRecord({ value, expiresAt: Number(expiresAt) }, now) : undefined
}

/**
 * Text as clients return it, also as bytes; `undefined` where they say that there is none.
 *
 * @throws UnexpectedReply for anything else, which would make a miss of every read
 */
export function readText(given: unknown): string | undefined {
  if (typeof given === 'string') return given
  if (given instanceof Uint8Array) return new TextDecoder().decode(given)
  if (given === undefined || given === null) return undefined
  throw new UnexpectedReply(`the stored value was returned as ${typeof given}, not as text`)
}

/** A record as it was set, of what a place keeps as an object; `undefined` when it has expired or is not whole. */
export function wholeRecord(given: unknown, now: number): StoredRecord | undefined {
  const { value, expiresAt } = (given ?? {}) as Partial<StoredRecord>
  if (typeof value !== 'string' || !Number.isFinite(expiresAt) || !(Number(expiresAt) > now)) return undefined
  return { value, expiresAt: Number(expiresAt) }
}
