import type { SharedRecords, SharedRecordsContext } from '../shared-records.ts'
import { memoryStorage } from './memory.ts'
import type { StorageDriver, TokenStorage } from './storage.ts'

/**
 * The records of a storage. One that is no more than `get`, `set` and `delete` is sealed and kept steady as
 * `defineStorage` does it; the code for that is loaded by the first call that needs it.
 */
export function openRecords(storage: StorageDriver | TokenStorage, context: SharedRecordsContext): SharedRecords {
  if ('share' in storage) return storage.share(context)
  let records: SharedRecords | undefined

  // The import is asked for anew while it is under way: on workerd nobody may wait for another request's promise.
  async function open(): Promise<SharedRecords> {
    if (records) return records
    try {
      const { defineStorage } = await import('./define-storage.ts')
      records ??= defineStorage(storage).share(context)
    } catch (error) {
      // A page that has been deployed anew no longer finds its old files.
      if (!records) context.onFailure(`import: ${(error as Error | undefined)?.message}`)
      records ??= memoryStorage({ now: context.now }).share(context)
    }
    return records
  }

  return {
    read: async (key) => (await open()).read(key),
    update: async (key, change) => (await open()).update(key, change),
    lease: async (key) => (await open()).lease(key),
  }
}
