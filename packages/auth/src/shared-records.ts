/** The members of every shared record. */
export interface SharedRecord {
  /** When it was created, in milliseconds since the Unix epoch by the writer's clock. */
  readonly at: number
  /** When it expires, by the same clock. */
  readonly expiresAt: number
}

/**
 * What `createOAuth` needs from a storage: records shared by every process that uses it. No method ever rejects, even
 * if the storage is broken. Keys contain the credential and must not leave the process unencrypted.
 */
export interface SharedRecords {
  /** Returns the record, or undefined if it is missing, expired, or was written by another credential. */
  read<T extends SharedRecord>(key: string): Promise<T | undefined>
  /** Replaces the record; `undefined` removes it. */
  write(key: string, record: SharedRecord | undefined): Promise<void>
  /**
   * Acquires the exclusive lease of a key. It expires after `ms` (default 10 s); the returned function releases it
   * earlier. Returns undefined while another process holds it.
   */
  lease(key: string, ms?: number): Promise<Release | undefined>
}

/** Releases a lease. */
export type Release = () => Promise<void>

/** What `createOAuth` passes to a storage. */
export interface SharedRecordsContext {
  readonly now: () => number
  /** Called once when the storage begins to fail. */
  readonly onFailure: (reason: string) => void
}

/** How far apart the clocks of processes that share records may be. */
const SKEW_MS = 60_000

/**
 * Returns false for a record that has expired, and for one from the future, which was written before a clock was set
 * back.
 */
export function isCurrent({ at, expiresAt }: { at?: number; expiresAt: number }, now: number): boolean {
  return expiresAt > now && !((at ?? 0) > now + SKEW_MS)
}

/** How long a lease lasts if it is not released: the delay that a dead holder causes for others. */
export const LEASE_MS = 10_000
