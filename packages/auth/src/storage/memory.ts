import { readNow } from '../check.ts'
import { isCurrent, LEASE_MS } from '../shared-records.ts'
import type { StorageLease, StoredRecord, TokenStorage } from './storage.ts'

/** Options of {@link memoryStorage}. */
export interface MemoryStorageOptions {
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/**
 * Creates a storage in the memory of this process or isolate, the default. Pass the same one to several `createOAuth`
 * to share tokens, cooldowns and the pace of token requests.
 *
 * @example
 * import { createOAuth, memoryStorage } from '@x/auth'
 *
 * const storage = memoryStorage()
 * const forCluster = createOAuth({ ...cluster, storage })
 * const forOrganization = createOAuth({ ...organization, storage })
 */
export function memoryStorage(options: MemoryStorageOptions = {}): TokenStorage {
  const now = readNow(options, 'memoryStorage')
  const records = new Map<string, { readonly expiresAt: number }>()
  const leases = new Map<string, { readonly until: number }>()

  function get<T>(key: string, time: number): T | undefined {
    const record = records.get(key)
    return record && isCurrent(record, time) ? (record as T) : undefined
  }
  async function lock(key: string, leaseMs: number, clock: () => number = now): Promise<StorageLease | undefined> {
    const left = (leases.get(key)?.until ?? 0) - clock()
    // More time than a whole lease can remain only if the clock was set back.
    if (left > 0 && left <= leaseMs) return undefined
    const mine = { until: clock() + leaseMs }
    leases.set(key, mine)
    return {
      async release() {
        if (leases.get(key) === mine) leases.delete(key)
      },
    }
  }

  return {
    get: async (key) => get<StoredRecord>(key, now()),
    async set(key, record) {
      records.set(key, record)
    },
    async delete(key) {
      records.delete(key)
    },
    lock: (key, leaseMs) => lock(key, leaseMs),
    share: (context) => ({
      read: async (key) => get(key, context.now()),
      async write(key, record) {
        if (record) records.set(key, record)
        else records.delete(key)
      },
      lease: async (key, ms = LEASE_MS) => (await lock(key, ms, context.now))?.release,
    }),
  }
}
