import type { SharedRecords, SharedRecordsContext } from '../shared-records.ts'
import type { StorageDriver } from './storage.ts'

/**
 * The records of a driver that did not go through `defineStorage`. What seals them is loaded when it is needed: the
 * storages of this package bring it along, and memory does without.
 */
export function shareDriver(driver: StorageDriver, context: SharedRecordsContext): SharedRecords {
  let shared: SharedRecords | undefined
  // The promise itself is not kept: on workerd nobody may wait for another request's.
  async function open(): Promise<SharedRecords> {
    const { defineStorage } = await import('./define-storage.ts')
    shared ??= defineStorage(driver).share(context)
    return shared
  }
  return {
    read: async (key) => (await open()).read(key),
    write: async (key, record) => (await open()).write(key, record),
    lease: async (key, ms) => (await open()).lease(key, ms),
  }
}
