import { checkMethods } from '../check.ts'
import { shareDriver } from './share-driver.ts'
import type { StorageDriver, TokenStorage } from './storage.ts'

/**
 * Makes a {@link TokenStorage} of a place to keep records in. What the place gets to see is encrypted (AES-GCM, under a
 * key derived from the client secret) and named by one-way hashes; what was tampered with, or belongs to another
 * credential, counts as missing. When the place fails, hangs for 2 s, loses what was written, or never grants its lock, each
 * process goes on with its own memory, and `onEvent` is called with `storage_failed`.
 *
 * @throws AuthError `config_invalid` when `driver` lacks `get`, `set` or `delete`
 * @example
 * import { defineStorage } from '@x/auth/storage'
 *
 * const place = new Map<string, string>()
 * const storage = defineStorage({
 *   get: async (key) => JSON.parse(place.get(key) ?? 'null') ?? undefined,
 *   set: async (key, record) => void place.set(key, JSON.stringify(record)),
 *   delete: async (key) => void place.delete(key),
 * })
 */
export function defineStorage(driver: StorageDriver): TokenStorage {
  checkMethods(driver, ['get', 'set', 'delete'], 'defineStorage: driver', 'a storage driver')
  return {
    get: (key) => driver.get(key),
    set: (key, record) => driver.set(key, record),
    delete: (key) => driver.delete(key),
    ...(driver.lock && { lock: driver.lock.bind(driver) }),
    share: (context) => shareDriver(driver, context),
  }
}
