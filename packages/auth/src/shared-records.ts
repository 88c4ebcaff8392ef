/** What every shared record says about itself. */
export interface SharedRecord {
  /** When it was made, in milliseconds since the Unix epoch by the writer's clock. */
  readonly at: number
  /** From when on it is worthless, likewise. */
  readonly expiresAt: number
}

/**
 * What `createOAuth` needs from a storage: records shared by everybody who uses it. No method ever rejects: a broken
 * storage is the storage's own trouble. Keys contain the credential and must not leave the process as they are.
 */
export interface SharedRecords {
  /** The record, unless it is missing, expired, or was not written by this credential. */
  read<T extends SharedRecord>(key: string): Promise<T | undefined>
  /** Replaces the record; `undefined` removes it. */
  write(key: string, record: SharedRecord | undefined): Promise<void>
  /**
   * Takes the exclusive lease of a key. It lapses after `ms` (default 10 s); the function returned ends it earlier.
   * `undefined` while somebody else holds it.
   */
  lease(key: string, ms?: number): Promise<Release | undefined>
}

/** Ends a lease. */
export type Release = () => Promise<void>

/** What a storage needs from whoever opens it. */
export interface SharedRecordsContext {
  readonly now: () => number
  /** Called once when the storage begins to fail. */
  readonly onFailure: (reason: string) => void
}

/** How far the clocks of those who share records may be apart. */
const SKEW_MS = 60_000

/** False for a record that has expired, and for one from the future: it was written before a clock was set back. */
export function isCurrent({ at, expiresAt }: { at?: number; expiresAt: number }, now: number): boolean {
  return expiresAt > now && !((at ?? 0) > now + SKEW_MS)
}

/** How long a lease lasts if nobody ends it: what a dead holder costs the others. */
export const LEASE_MS = 10_000
