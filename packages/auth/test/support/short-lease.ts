import type { StorageDriver } from '../../src/index.ts'
import { fileStorage } from '../../src/storage/file.ts'

/** A file storage whose leases end sooner, so that hundreds of lapsed ones can be waited for. */
export function shortLeaseStorage(directory: string, longestMs: number): StorageDriver {
  // Without `share`, which would go past our `lock`.
  const { share: _, ...storage } = fileStorage({ directory })
  return {
    ...storage,
    lock: async (key, leaseMs) => storage.lock?.(key, Math.min(leaseMs, longestMs)),
  }
}
