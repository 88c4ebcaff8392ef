import { memoryStorage } from './memory.ts'
import type { StorageDriver, StorageLease } from './storage.ts'

/** A storage that hangs longer than this has failed. */
const PATIENCE_MS = 2000
/**
 * Beyond that, for a process that was held up or frozen itself: the answer may be there, and is heard before this is over.
 */
const GRACE_MS = 50
/** How long a storage that hung is left alone, so that not every call waits for it. */
const REST_MS = 10_000

/**
 * A driver that never fails: what the given one cannot do, memory does in its place. `onFailure` is called once when it
 * begins to fail.
 */
export function steadyDriver(
  driver: StorageDriver,
  now: () => number,
  onFailure: (reason: string) => void,
): Required<StorageDriver> {
  /** Holds only what the driver would not take, so that it never shadows what others wrote. */
  const memory = memoryStorage({ now })
  /** The operation that failed and has not worked since. */
  let failing: string | undefined
  let restsUntil = 0

  async function attempt<T>(
    name: string,
    operation: () => Promise<T>,
    instead: () => Promise<T>,
    late?: (result: T) => void,
  ): Promise<T> {
    if (performance.now() < restsUntil) return instead()
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      const running = operation()
      const hung = new Promise<never>((_, reject) => {
        const giveUp = (): void => {
          restsUntil = performance.now() + REST_MS
          if (late) running.then(late, () => {})
          reject(new Error(`no answer within ${PATIENCE_MS} ms`))
        }
        timer = setTimeout(() => {
          timer = setTimeout(giveUp, GRACE_MS)
        }, PATIENCE_MS)
      })
      const result = await Promise.race([running, hung])
      if (failing === name) failing = undefined
      return result
    } catch (error) {
      if (!failing) {
        failing = name
        onFailure(`${name}: ${String((error as Error)?.message).slice(0, 300)}`)
      }
      return instead()
    } finally {
      clearTimeout(timer)
    }
  }

  const lockInMemory = memory.lock as Required<StorageDriver>['lock']
  const releaseLate = (lease: StorageLease | undefined): void => void lease?.release()
  const steadyLease = (lease: StorageLease | undefined): StorageLease | undefined =>
    // A lease that cannot be given up lapses.
    lease && {
      release: () =>
        attempt(
          'release',
          () => lease.release(),
          async () => {},
        ),
    }
  return {
    async get(key) {
      const instead = await memory.get(key)
      return (
        instead ??
        attempt(
          'get',
          () => driver.get(key),
          async () => undefined,
        )
      )
    },
    async set(key, record) {
      await memory.delete(key)
      await attempt(
        'set',
        () => driver.set(key, record),
        () => memory.set(key, record),
      )
    },
    async delete(key) {
      await memory.delete(key)
      await attempt(
        'delete',
        () => driver.delete(key),
        async () => {},
      )
    },
    async lock(key, leaseMs) {
      const instead = (): Promise<StorageLease | undefined> => lockInMemory(key, leaseMs)
      const lock = driver.lock?.bind(driver)
      if (!lock) return instead()
      return attempt('lock', async () => steadyLease(await lock(key, leaseMs)), instead, releaseLate)
    },
  }
}
