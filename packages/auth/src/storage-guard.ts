import { isolatesRequests } from './isolated-requests.ts'
import { LATE, patiently } from './patience.ts'
import type { Release, SharedRecords } from './shared-records.ts'

/** A storage that hangs longer than this has failed. */
const PATIENCE_MS = 2000
/** How long a storage that hung is left alone, so that not every call waits for it. */
const REST_MS = 10_000

/** Shared records that never fail, and take no more time than they are granted. */
export interface GuardedRecords extends SharedRecords {
  /** Grants so many milliseconds, counted while at least one operation runs, and none after `until` (`performance.now()`). */
  grant(ms: number, until?: number): void
}

const unlocked: Release = async () => {}

/**
 * Keeps a storage's trouble away from calls. While it fails, hangs, or has used up its time, it looks empty and every
 * lease is granted, as in a process that is alone. `onFailure` is called once when it begins to fail. Writes are free where
 * nobody waits for them.
 *
 * @returns what guards the records for one audience
 */
export function guardStorage(records: SharedRecords, onFailure: (reason: string) => void): () => GuardedRecords {
  /** The operation that failed and has not worked since. */
  let failing: string | undefined
  let restsUntil = 0

  function fail(name: string, reason: string): void {
    if (!failing) onFailure(`${name}: ${reason.slice(0, 300)}`)
    failing ??= name
  }

  return () => {
    let left = 0
    let until = 0
    let running = 0
    let since = 0

    async function attempt<T>(
      name: string,
      operation: () => Promise<T>,
      instead: T,
      isFree?: boolean,
      late?: (result: T) => unknown,
    ): Promise<T> {
      const now = performance.now()
      if (!running) since = now
      const ms = isFree ? PATIENCE_MS : Math.min(PATIENCE_MS, left - (now - since), until - now)
      if (ms <= 0 || now < restsUntil) return instead
      running++
      try {
        const started = operation()
        const result = await patiently(started, ms)
        if (result !== LATE) {
          if (failing === name) failing = undefined
          return result
        }
        started.then(late).catch(() => {})
        if (ms === PATIENCE_MS) restsUntil = performance.now() + REST_MS
        fail(name, 'no result in time')
      } catch (error) {
        fail(name, String((error as Error)?.message))
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
      read: (key) => attempt('read', () => records.read(key), undefined),
      write: (key, record) =>
        attempt(record ? 'write' : 'delete', () => records.write(key, record), undefined, !isolatesRequests()),
      async lease(key, ms) {
        const take = (): Promise<Release | undefined> => records.lease(key, ms)
        const release = await attempt('lease', take, unlocked, false, (late) => late?.())
        // A lease that cannot be given up lapses.
        return release && (() => attempt('release', release, undefined, !isolatesRequests()))
      },
    }
  }
}
