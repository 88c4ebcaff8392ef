import { isolatesRequests } from './isolated-requests.ts'
import { patiently } from './patience.ts'
import type { Release, SharedRecords, SharedRecordsContext } from './shared-records.ts'
import type { StorageDriver, TokenStorage } from './storage/storage.ts'

/** A storage that hangs longer than this counts as failed. */
const PATIENCE_MS = 2000
/** How long a storage that hung is not used, so that not every call waits for it. */
const REST_MS = 10_000

/** Shared records that never fail and never exceed the time granted to them. */
export interface GuardedRecords extends SharedRecords {
  /**
   * Grants `ms` milliseconds, counted while at least one operation runs, and none after `until` (`performance.now()`).
   */
  grant(ms: number, until?: number): void
}

const unlocked: Release = async () => {}

/**
 * Protects calls from a storage that fails. While it fails, hangs, or has used up its time, it looks empty and every
 * lease is granted, as if the process were alone. `context.onFailure` is called once when it begins to fail. Writes
 * that no call waits for use up no time.
 *
 * @returns a function that returns the guarded records of one audience
 */
export function guardStorage(
  storage: TokenStorage | StorageDriver,
  context: SharedRecordsContext,
): () => GuardedRecords {
  let records = 'share' in storage ? storage.share(context) : undefined
  /** The operation that failed and has not succeeded since. */
  let failing: string | undefined
  let restsUntil = 0

  return () => {
    let left = 0
    let until = 0
    let running = 0
    let since = 0

    async function attempt<T>(
      name: string,
      operation: (records: SharedRecords) => Promise<T>,
      isFree?: boolean,
      instead?: T,
      late?: (result: T) => unknown,
    ): Promise<T | undefined> {
      const now = performance.now()
      if (!running) since = now
      const ms = isFree ? PATIENCE_MS : Math.min(PATIENCE_MS, left - (now - since), until - now)
      if (ms <= 0 || now < restsUntil) return instead
      running++
      try {
        if (!records) {
          // Encryption is loaded when it is needed: the storages of this package import it themselves.
          const { shareDriver } = await import('./storage/share-driver.ts')
          records ??= shareDriver(storage, context)
        }
        const started = operation(records)
        const result = await patiently(started, ms, () => {
          started.then(late).catch(() => {})
          if (ms === PATIENCE_MS) restsUntil = performance.now() + REST_MS
          return new Error('no result in time')
        })
        if (failing === name) failing = undefined
        return result
      } catch (error) {
        if (!failing) context.onFailure(`${name}: ${String((error as Error)?.message).slice(0, 300)}`)
        failing ??= name
      } finally {
        if (!--running) left -= performance.now() - since
      }
      return instead
    }

    return {
      grant(ms, latest = Number.POSITIVE_INFINITY) {
        left = ms
        until = latest
        since = performance.now()
      },
      read: (key) => attempt('read', (records) => records.read(key)),
      write: (key, record) =>
        attempt(record ? 'write' : 'delete', (records) => records.write(key, record), !isolatesRequests()),
      async lease(key, ms) {
        const release = await attempt(
          'lease',
          (records) => records.lease(key, ms),
          false,
          unlocked,
          (late) => late?.(),
        )
        // A lease that cannot be released expires.
        return release && (() => attempt('release', release, !isolatesRequests()))
      },
    }
  }
}
