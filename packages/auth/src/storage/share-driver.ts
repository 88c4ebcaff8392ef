import {
  isCurrent,
  LEASE_MS,
  type SharedRecord,
  type SharedRecords,
  type SharedRecordsContext,
} from '../shared-records.ts'
import { createLeases } from './leases.ts'
import { createReadBack } from './read-back.ts'
import { createSeal, type Seal } from './seal.ts'
import type { StorageDriver } from './storage.ts'

/**
 * The records of a driver, sealed. `defineStorage` brings this along; for a driver that did not go through that, it is loaded
 * when it is needed, and memory does without.
 */
export function shareDriver(driver: StorageDriver, { now, onFailure }: SharedRecordsContext): SharedRecords {
  const takeLease = createLeases(driver, now, onFailure)
  const readBack = createReadBack(onFailure)
  const seals = new Map<string, Seal>()

  /** Kept once made, and not as a promise: on workerd nobody may wait for another request's. */
  async function sealOf(key: string): Promise<Seal> {
    const seal = seals.get(key) ?? (await createSeal(key))
    seals.set(key, seal)
    return seal
  }

  async function read<T extends SharedRecord>(key: string): Promise<T | undefined> {
    const seal = await sealOf(key)
    const record = await driver.get(`record-${seal.name}`)
    // Whatever a storage returns for "missing": only text can be a record.
    const text = typeof record?.value === 'string' ? await seal.open(record.value) : undefined
    const value: T | undefined = text && JSON.parse(text)
    return value && isCurrent(value, now()) ? value : undefined
  }

  return {
    read,
    async write(key, record) {
      const seal = await sealOf(key)
      const name = `record-${seal.name}`
      if (!record) return driver.delete(name)
      await driver.set(name, { value: await seal.close(JSON.stringify(record)), expiresAt: record.expiresAt })
      readBack(async () => ((await read(key))?.at ?? 0) >= record.at)
    },
    async lease(key, ms = LEASE_MS) {
      return takeLease((await sealOf(key)).name, ms)
    },
  }
}
