import {
  isCurrent,
  LEASE_MS,
  type SharedRecord,
  type SharedRecords,
  type SharedRecordsContext,
} from '../shared-records.ts'
import { createLeases } from './leases.ts'
import { createSeal, type Seal } from './seal.ts'
import type { StorageDriver, TokenStorage } from './storage.ts'

/**
 * Makes a {@link TokenStorage} of a place to keep records in. What the place gets to see is encrypted (AES-GCM, under a
 * key derived from the client secret) and named by one-way hashes; what was tampered with, or belongs to another
 * credential, counts as missing. When the place fails, hangs for 2 s, or never grants its lock, each process goes on with its
 * own memory and `onEvent` is told.
 *
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
  return {
    get: (key) => driver.get(key),
    set: (key, record) => driver.set(key, record),
    delete: (key) => driver.delete(key),
    ...(driver.lock && { lock: driver.lock.bind(driver) }),
    share: (context) => shareThrough(driver, context),
  }
}

function shareThrough(driver: StorageDriver, { now, onFailure }: SharedRecordsContext): SharedRecords {
  const takeLease = createLeases(driver, now, onFailure)
  const seals = new Map<string, Seal>()

  /** Kept once made, and not as a promise: on workerd nobody may wait for another request's. */
  async function sealOf(key: string): Promise<Seal> {
    const seal = seals.get(key) ?? (await createSeal(key))
    seals.set(key, seal)
    return seal
  }

  return {
    async read<T extends SharedRecord>(key: string): Promise<T | undefined> {
      const seal = await sealOf(key)
      const record = await driver.get(`record-${seal.name}`)
      // Whatever a storage returns for "missing": only text can be a record.
      const text = typeof record?.value === 'string' ? await seal.open(record.value) : undefined
      const value: T | undefined = text && JSON.parse(text)
      return value && isCurrent(value, now()) ? value : undefined
    },
    async write(key, record) {
      const seal = await sealOf(key)
      const name = `record-${seal.name}`
      if (!record) await driver.delete(name)
      else await driver.set(name, { value: await seal.close(JSON.stringify(record)), expiresAt: record.expiresAt })
    },
    async lease(key, ms = LEASE_MS) {
      return takeLease((await sealOf(key)).name, ms)
    },
  }
}
