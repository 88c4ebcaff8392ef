import { LEASE_MS, type Release } from '../shared-records.ts'
import type { StorageDriver } from './storage.ts'

/** How much longer than a lease, so that the lease of a dead holder is taken by one of those who wait, not passed over by all. */
const MARGIN_MS = 500
/** How long a note may take to be seen, beyond what the storage takes. */
const NOTE_MS = 50
/** How long the note of a holder without a lease is kept: until about the next time a token is needed. */
const STUCK_MS = 24 * 3_600_000

interface Wait {
  readonly holder: string | undefined
  readonly since: number
  readonly patience: number
  /** When the patience was over. */
  overAt?: number
}

/**
 * Takes leases by a driver's lock, and does not wait forever for one that is never granted: a lock file that nobody
 * wrote, a key without an end, a client whose "OK" nobody understands. Every holder leaves a note, so that those who wait
 * see that somebody is at work. After a lease without a new note the lease is taken without the lock.
 */
export function createLeases(
  driver: StorageDriver,
  now: () => number,
  onFailure: (reason: string) => void,
): (name: string, ms: number) => Promise<Release | undefined> {
  const waits = new Map<string, Wait>()
  /** Until when another lock that is refused is more likely to be broken than held. */
  let doubtUntil = 0

  /** A lease was refused; whether that has gone on for too long. */
  function isStuck(name: string, ms: number, holder: string | undefined, tookMs: number): boolean {
    const at = performance.now()
    const wait = waits.get(name)
    // A note that is lost or too old says nothing; another one says that somebody is at work.
    if (!wait || (holder && wait.holder !== holder)) {
      const margin = at < doubtUntil ? 0 : MARGIN_MS * (1 + Math.random())
      waits.set(name, { holder, since: at, patience: ms + margin })
      return false
    }
    if (at - wait.since < wait.patience) return false
    wait.overAt ??= at
    // Who took the lease since we last looked may not have left the note yet.
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
      // Stays stuck, until somebody else is seen to hold it.
      waits.set(name, { holder, since: 0, patience: 0, overAt: Number.NEGATIVE_INFINITY })
    }
    const expiresAt = now() + (lease ? 2 * LEASE_MS : STUCK_MS)
    void (async () => driver.set(`holder-${name}`, { value: holder, expiresAt }))().catch(() => {})
    return async () => lease?.release()
  }
}
