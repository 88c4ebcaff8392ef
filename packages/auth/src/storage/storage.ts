import type { SharedRecords, SharedRecordsContext } from '../shared-records.ts'

/** One record of a storage. */
export interface StoredRecord {
  /** Opaque text, encrypted before a storage sees it. At most about 100 kB. */
  readonly value: string
  /** When the record expires, in milliseconds since the Unix epoch. */
  readonly expiresAt: number
}

/** An exclusive lease that expires. */
export interface StorageLease {
  /** Releases the lease early. Does nothing if it has expired, since another process may hold it. */
  release(): Promise<void>
}

/**
 * A place to store records: implement it to support a new one. `defineStorage` of `@x/auth/storage` turns it into a
 * {@link TokenStorage}, and `storageContract` of `@x/auth/testing` checks it.
 *
 * Keys consist of letters, digits and `-`, have at most 80 characters, and reveal nothing about the credential.
 */
export interface StorageDriver {
  /** Returns undefined if the record is missing, expired or unreadable; throws only if the place itself fails. */
  get(key: string): Promise<StoredRecord | undefined>
  /** Replaces the record in one step: a reader sees the old one or the new one. */
  set(key: string, record: StoredRecord): Promise<void>
  /** Removes the record, if there is one. */
  delete(key: string): Promise<void>
  /**
   * Acquires an exclusive lease of `key`, or returns undefined at once if another process holds it. It expires after
   * `leaseMs`, even if its holder is dead. Leave it out if the place has nothing exclusive: processes that start
   * together may then each request a token.
   */
  lock?(key: string, leaseMs: number): Promise<StorageLease | undefined>
}

/**
 * Where tokens are stored, and what else is shared: a credential's cooldown, and when the next token request may be
 * sent. Created by the factories of `@x/auth/storage`.
 */
export interface TokenStorage extends StorageDriver {
  /** Returns the records of one credential, for `createOAuth`. */
  share(context: SharedRecordsContext): SharedRecords
}
