import type { SharedRecords, SharedRecordsContext } from '../shared-records.ts'

/** One record of a storage. */
export interface StoredRecord {
  /** Opaque text, encrypted before a storage sees it. At most about 100 kB. */
  readonly value: string
  /** From when on the record is worthless, in milliseconds since the Unix epoch. */
  readonly expiresAt: number
}

/** An exclusive lease that lapses by itself. */
export interface StorageLease {
  /** Gives the lease up early. Does nothing when it has lapsed and somebody else may hold it. */
  release(): Promise<void>
}

/**
 * A place to keep records in: what one writes to support a new one. `defineStorage` of `@x/auth/storage` makes a
 * {@link TokenStorage} of it, and `storageContract` of `@x/auth/testing` checks it.
 *
 * Keys are made of letters, digits and `-`, at most 80 characters, and tell nothing about the credential.
 */
export interface StorageDriver {
  /** `undefined` for a missing, expired or unreadable record; throws only when the place itself fails. */
  get(key: string): Promise<StoredRecord | undefined>
  /** Replaces the record in one step: a reader sees the old one or the new one. */
  set(key: string, record: StoredRecord): Promise<void>
  /** Removes the record, if there is one. */
  delete(key: string): Promise<void>
  /**
   * Takes an exclusive lease of `key`, or returns `undefined` at once when somebody else holds it. It lapses after
   * `leaseMs`, also when its holder is dead. Leave it out where the place offers nothing exclusive: then several
   * processes that start together may each ask for a token.
   */
  lock?(key: string, leaseMs: number): Promise<StorageLease | undefined>
}

/**
 * Where tokens live, and what else is shared: a credential's cooldown, and when the token endpoint may be asked next.
 * Made by the factories under `@x/auth/storage`.
 */
export interface TokenStorage extends StorageDriver {
  /** For `createOAuth`: the records as one credential sees them. */
  share(context: SharedRecordsContext): SharedRecords
}
