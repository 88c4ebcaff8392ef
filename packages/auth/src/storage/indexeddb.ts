import { check, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { wholeRecord } from './record-text.ts'
import type { StorageLease, StoredRecord, TokenStorage } from './storage.ts'
import { takeWebLock, webLocks } from './web-lock.ts'

/** Options of {@link indexedDBStorage}. */
export interface IndexedDBStorageOptions {
  /** Name of the database, which is created if missing. @defaultValue `'oauth-tokens'` */
  readonly name?: string | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** Attempts of a transaction whose connection was lost. */
const ATTEMPTS = 3
/** The only object store. Leases are records too, with their holder as value. */
const STORE = 'records'

/**
 * Creates a storage in IndexedDB, shared by the tabs, workers and service workers of one browser and origin.
 *
 * Writes are transactions: they are visible everywhere once they are committed. The lease is a Web Lock, which ends
 * with its tab; without Web Locks it is a record that is checked and written in one transaction, and a closed tab holds
 * it for up to 10 s.
 *
 * Records are encrypted, but any script in the page can read its client secret, so a public page must get its tokens
 * from a backend. If IndexedDB is missing, full or disabled (some private modes), tokens stay in memory and each tab
 * requests its own.
 *
 * @throws `AuthError` with code `config_invalid` if `name` is empty or not a string
 * @example
 * const auth = createOAuth({ ...credentials, storage: indexedDBStorage() })
 */
export function indexedDBStorage(options: IndexedDBStorageOptions = {}): TokenStorage {
  const now = readNow(options, 'indexedDBStorage')
  const { name = 'oauth-tokens' } = options
  check(typeof name === 'string' && name, 'indexedDBStorage: name must be a string')
  let database: Promise<IDBDatabase> | undefined

  function open(): Promise<IDBDatabase> {
    if (database) return database
    const opening = openDatabase(name, () => forget(opening)).then(async (opened) => {
      await sweep(opened, now())
      return opened
    })
    // So that a database works again once it is repaired.
    opening.catch(() => forget(opening))
    database = opening
    return opening
  }

  /**
   * Forgets the connection, so that the next transaction opens the database again, unless that has happened already.
   */
  function forget(opening: Promise<IDBDatabase>): void {
    if (database === opening) database = undefined
  }

  /** Runs `work` in a transaction and returns what it passed to `give`; runs it again if the connection was lost. */
  async function transact<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore, give: (result: T) => void) => void,
  ): Promise<T | undefined> {
    for (let attempts = 1; ; attempts++) {
      const opening = open()
      try {
        return await runTransaction(await opening, mode, work)
      } catch (error) {
        // More than once: while the database is being deleted, the new connection may be lost, too.
        if (!isLost(error) || attempts === ATTEMPTS) throw error
        forget(opening)
      }
    }
  }

  async function takeLeaseRecord(key: string, leaseMs: number): Promise<StorageLease | undefined> {
    const mine = `${Math.random()}`
    const taken = await transact<boolean>('readwrite', (store, give) => {
      read(store, key, (held) => {
        // More time than a whole lease can remain only if the clock was set back.
        if (held && held.expiresAt > now() && held.expiresAt <= now() + leaseMs) return
        store.put({ value: mine, expiresAt: now() + leaseMs } satisfies StoredRecord, key)
        give(true)
      })
    })
    if (!taken) return undefined
    return {
      async release() {
        await transact('readwrite', (store) => {
          read(store, key, (held) => {
            if (held?.value === mine) store.delete(key)
          })
        })
      },
    }
  }

  return defineStorage({
    async get(key) {
      return wholeRecord(await transact('readonly', (store, give) => read(store, key, give)), now())
    },
    async set(key, { value, expiresAt }) {
      await transact('readwrite', (store) => store.put({ value, expiresAt }, key))
    },
    async delete(key) {
      await transact('readwrite', (store) => store.delete(key))
    },
    async lock(key, leaseMs) {
      const locks = webLocks()
      return locks ? takeWebLock(locks, `${name}:${key}`, leaseMs) : takeLeaseRecord(`lease:${key}`, leaseMs)
    },
  })
}

/** Whether the connection is gone: browsers close it without an event, such as Safari for a page in the background. */
function isLost(error: unknown): boolean {
  // The last is Safari's error after its database process has ended; a transaction without an error was cut off.
  return !error || ['InvalidStateError', 'AbortError', 'UnknownError'].includes((error as Error).name)
}

function openDatabase(name: string, onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = globalThis.indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      database.onclose = onClose
      // The database is being deleted, which waits until this connection is closed.
      database.onversionchange = () => {
        database.close()
        onClose()
      }
      resolve(database)
    }
  })
}

function runTransaction<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, give: (result: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let result: T | undefined
    const transaction = database.transaction(STORE, mode)
    transaction.oncomplete = () => resolve(result)
    transaction.onabort = () => reject(transaction.error)
    work(transaction.objectStore(STORE), (given) => {
      result = given
    })
  })
}

function read(store: IDBObjectStore, key: string, then: (record: StoredRecord | undefined) => void): void {
  const request: IDBRequest<StoredRecord | undefined> = store.get(key)
  request.onsuccess = () => then(request.result)
}

/** Removes expired records: tokens of a replaced secret are never read again. */
async function sweep(database: IDBDatabase, now: number): Promise<void> {
  await runTransaction(database, 'readwrite', (store) => {
    const request: IDBRequest<IDBCursorWithValue | null> = store.openCursor()
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return
      if (!(cursor.value?.expiresAt > now)) cursor.delete()
      cursor.continue()
    }
  })
}
