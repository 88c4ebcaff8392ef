import type { StorageDriver, TokenStorage } from '../../src/index.ts'
import type { defineStorage } from '../../src/storage/index.ts'

export interface TrackedStorage extends TokenStorage {
  /** Waits until everything is stored: calls return first, and store afterwards. */
  idle(): Promise<void>
}

/**
 * A storage that tells when nothing is under way: neither with records, nor in the place that holds them.
 *
 * @param define `defineStorage` of the copy of the package that is tested
 */
export function trackStorage(place: StorageDriver, define: typeof defineStorage): TrackedStorage {
  const running = new Set<Promise<unknown>>()
  function track<T>(promise: Promise<T>): Promise<T> {
    running.add(promise)
    const end = (): void => void running.delete(promise)
    promise.then(end, end)
    return promise
  }
  const { lock } = place
  const storage = define({
    get: (key) => track(place.get(key)),
    set: (key, record) => track(place.set(key, record)),
    delete: (key) => track(place.delete(key)),
    ...(lock && {
      async lock(key, leaseMs) {
        const lease = await track(lock(key, leaseMs))
        return lease && { release: () => track(lease.release()) }
      },
    }),
  })
  return {
    ...storage,
    share(context) {
      const records = storage.share(context)
      return {
        read: (key) => track(records.read(key)),
        write: (key, record) => track(records.write(key, record)),
        async lease(key, ms) {
          const release = await track(records.lease(key, ms))
          return release && (() => track(release()))
        },
      }
    },
    async idle() {
      do {
        await Promise.allSettled(running)
        // Whoever waited for one of them may begin the next.
        await new Promise((resolve) => setTimeout(resolve, 0))
      } while (running.size)
    },
  }
}
