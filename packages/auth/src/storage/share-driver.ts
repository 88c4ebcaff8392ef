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
 * Returns the records of a driver, encrypted. `defineStorage` imports this; for a plain driver it is loaded when
 * needed, and memory does not need it.
 */
export function shareDriver(driver: StorageDriver, { now, onFailure }: SharedRecordsContext): SharedRecords {
  const takeLease = createLeases(driver, now, onFailure)
  const readBack = createReadBack(onFailure)
  const seals = new Map<string, Seal>()

  /** The value is kept, not its promise: on workerd, a request must not await a promise of another one. */
  async function sealOf(key: string): Promise<Seal> {
    const seal = seals.get(key) ?? (await createSeal(key))
    seals.set(key, seal)
    return seal
  }

  async function read<T extends SharedRecord>(key: string): Promise<T | undefined> {
    const seal = await sealOf(key)
    const record = await driver.get(`record-${seal.name}`)
    // A storage may return anything for "missing": only text can be a record.
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
