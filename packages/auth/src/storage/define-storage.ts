import { delay } from '../delay.ts'
import {
  isCurrent,
  LEASE_MS,
  type SharedRecord,
  type SharedRecords,
  type SharedRecordsContext,
} from '../shared-records.ts'
import { createSeal, type Seal } from './seal.ts'
import { steadyDriver } from './steady-driver.ts'
import type { StorageDriver, TokenStorage } from './storage.ts'

/**
 * Makes a {@link TokenStorage} of a place to keep records in. What the place gets to see is encrypted (AES-GCM, under a
 * key derived from the client secret) and named by one-way hashes; what was tampered with, or belongs to another
 * credential, counts as missing. When the place fails, or hangs for 2 s, memory stands in for it and `onEvent` is told.
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
  const steady = steadyDriver(driver, now, onFailure)
  const seals = new Map<string, Seal>()

  /** Kept once made, and not as a promise: on workerd nobody may wait for another request's. */
  async function sealOf(key: string): Promise<Seal> {
    const seal = seals.get(key) ?? (await createSeal(key))
    seals.set(key, seal)
    return seal
  }

  async function read<T extends SharedRecord>(key: string): Promise<T | undefined> {
    const seal = await sealOf(key)
    const record = await steady.get(`record-${seal.name}`)
    const text = record && (await seal.open(record.value))
    const value: T | undefined = text === undefined ? undefined : JSON.parse(text)
    return value && isCurrent(value, now()) ? value : undefined
  }

  return {
    read,
    async update<T extends SharedRecord>(key: string, change: (old: T | undefined) => T | undefined) {
      const seal = await sealOf(key)
      const name = `record-${seal.name}`
      let lease = await steady.lock(`update-${seal.name}`, LEASE_MS)
      // Held for a few milliseconds by the living, and for a whole lease by the dead.
      for (let waited = 0; !lease && waited < LEASE_MS; ) {
        const wait = 5 + Math.random() * 20
        await delay(wait)
        waited += wait
        lease = await steady.lock(`update-${seal.name}`, LEASE_MS)
      }
      const old = await read<T>(key)
      const next = change(old)
      if (!next) await steady.delete(name)
      else if (next !== old) {
        await steady.set(name, { value: await seal.close(JSON.stringify(next)), expiresAt: next.expiresAt })
      }
      await lease?.release()
    },
    async lease(key) {
      return (await steady.lock(`lease-${(await sealOf(key)).name}`, LEASE_MS))?.release
    },
  }
}
