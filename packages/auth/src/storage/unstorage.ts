import { checkMethods, readNow } from '../check.ts'
import { delay } from '../delay.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, writeRecordText } from './record-text.ts'
import type { TokenStorage } from './storage.ts'

/** The methods of unstorage's `createStorage` result that the storage calls. */
export interface Unstorage {
  getItem(key: string): Promise<unknown>
  setItem(key: string, value: string, options: { readonly ttl: number }): Promise<void>
  removeItem(key: string): Promise<void>
}

/** Options of {@link unstorageStorage}. */
export interface UnstorageStorageOptions {
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

const PREFIX = 'oauth-tokens:'
/** Drivers for Cloudflare's KV fail with less. */
const SHORTEST_TTL_S = 60
/** Some drivers, such as the one for files, return before a write is complete. */
const READS = 20

/**
 * Creates a storage in anything that unstorage has a driver for: Nitro, Nuxt, Vercel, Netlify, Azure, MongoDB, S3 and
 * more.
 *
 * How soon others see a write depends on the driver. unstorage has no lock: processes that start together may each
 * request a token and keep their own pace; after that they share. For files, Redis and Deno KV, use the storages of
 * this package instead, which have one. Values are encrypted, and expire if the driver supports `ttl`. If the driver
 * fails or is read-only, tokens stay in memory and each process requests its own.
 *
 * @throws `AuthError` with code `config_invalid` if `storage` is not an unstorage storage
 * @example
 * import { createStorage } from 'unstorage'
 * import fsDriver from 'unstorage/drivers/fs'
 *
 * const storage = unstorageStorage(createStorage({ driver: fsDriver({ base: './.data' }) }))
 * const auth = createOAuth({ ...credentials, storage })
 * @see [unstorage](https://unstorage.unjs.io/)
 */
export function unstorageStorage(storage: Unstorage, options: UnstorageStorageOptions = {}): TokenStorage {
  checkMethods(storage, ['getItem', 'setItem', 'removeItem'], 'unstorageStorage: storage', 'an unstorage storage')
  const now = readNow(options, 'unstorageStorage')
  return defineStorage({
    async get(key) {
      for (let reads = 1; ; reads++) {
        const text = await storage.getItem(PREFIX + key)
        const record = readRecordText(text, Number.NEGATIVE_INFINITY)
        if (record || text === null || text === undefined || reads === READS) {
          return record && record.expiresAt > now() ? record : undefined
        }
        await delay(reads)
      }
    },
    set: (key, record) =>
      storage.setItem(PREFIX + key, writeRecordText(record), {
        ttl: Math.max(SHORTEST_TTL_S, Math.ceil((record.expiresAt - now()) / 1000)),
      }),
    delete: (key) => storage.removeItem(PREFIX + key),
  })
}
