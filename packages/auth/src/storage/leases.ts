import { LEASE_MS, type Release } from '../shared-records.ts'
import type { StorageDriver } from './storage.ts'

/**
 * Added to the length of a lease, so that a waiting process acquires the expired lease of a dead holder instead of
 * ignoring the lock.
 */
const MARGIN_MS = 500
/** How long a note may take to become visible, beyond what the storage takes. */
const NOTE_MS = 50
/** The longest pause of a process that waits for a lease, beyond what the storage takes. */
const PAUSE_MS = 500
/** How long the note of a holder without a lock is kept: until about the next time a token is needed. */
const STUCK_MS = 24 * 3_600_000

interface Wait {
  readonly holder: string | undefined
  readonly since: number
  readonly patience: number
  /** When the lease was last refused. */
  refusedAt: number
  /** When waiting was given up. */
  overAt?: number
}

/**
 * Acquires leases by a driver's lock, without waiting forever for one that is never granted: a stale lock file, a key
 * that does not expire, a client whose "OK" is not understood. Every holder writes a note, so that waiting processes
 * see that it is active. If there is no new note for the length of a lease, the lease is granted without the lock.
 */
export function createLeases(
  driver: StorageDriver,
  now: () => number,
  onFailure: (reason: string) => void,
): (name: string, ms: number) => Promise<Release | undefined> {
  const waits = new Map<string, Wait>()
  /** Until when another refused lock is more likely broken than held. */
  let doubtUntil = 0

  /** A lease was refused: returns whether that has lasted too long. */
  function isStuck(name: string, ms: number, holder: string | undefined, tookMs: number): boolean {
    const at = performance.now()
    const wait = waits.get(name)
    // Between two waits this process did not try, so the lease may have been free.
    const isNew = !wait || at - wait.refusedAt > PAUSE_MS + 6 * tookMs
    // A missing or old note means nothing; a new one means that the holder is active.
    if (isNew || (holder && wait.holder !== holder)) {
      const margin = at < doubtUntil ? 0 : MARGIN_MS * (1 + Math.random())
      waits.set(name, { holder, since: at, patience: ms + margin, refusedAt: at })
      return false
    }
    wait.refusedAt = Math.max(wait.refusedAt, at)
    if (at - wait.since < wait.patience) return false
    wait.overAt ??= at
    // A process that has just acquired the lease may not have written its note yet.
    return at - wait.overAt > 2 * tookMs + NOTE_MS
  }

  return async (name, ms) => {
    if (!driver.lock) return async () => {}
    const began = performance.now()
    const readNote = async (): Promise<string | undefined> => (await driver.get(`holder-${name}`))?.value
    const [lease, note] = await Promise.all([
      driver.lock(`lease-${name}`, ms),
      waits.has(name) ? readNote().catch(() => undefined) : undefined,
    ])
    if (!lease && !isStuck(name, ms, note, performance.now() - began)) return undefined
    const holder = crypto.randomUUID()
    waits.delete(name)
    if (!lease) {
      onFailure('lease: the lock is never granted')
      doubtUntil = performance.now() + LEASE_MS
      // Stays stuck until another process is seen to hold it.
      waits.set(name, { holder, since: 0, patience: 0, refusedAt: Number.POSITIVE_INFINITY, overAt: 0 })
    }
    const expiresAt = now() + (lease ? 2 * LEASE_MS : STUCK_MS)
    void (async () => driver.set(`holder-${name}`, { value: holder, expiresAt }))().catch(() => {})
    return async () => lease?.release()
  }
}
