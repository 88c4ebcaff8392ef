import { checkMethods } from '../check.ts'
import { shareDriver } from './share-driver.ts'
import type { StorageDriver, TokenStorage } from './storage.ts'

/**
 * Creates a {@link TokenStorage} from a driver. The driver gets encrypted records (AES-GCM, with a key derived from the
 * client secret) named by one-way hashes; a record that was tampered with, or belongs to another credential, counts as
 * missing. If the driver fails, hangs for 2 s, loses records, or never grants its lock, each process continues with its
 * own memory, and `onEvent` is called with `storage_failed`.
 *
 * @throws `AuthError` with code `config_invalid` if `driver` lacks `get`, `set` or `delete`
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
