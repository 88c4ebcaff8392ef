import type { SharedRecord, SharedRecords } from './shared-records.ts'

/** When requests may be sent again, and why not earlier. */
export interface Cooldown extends SharedRecord {
  readonly until: number
  /** Failures in a row. */
  readonly failures: number
  readonly reason?: unknown
}

/** The longest cooldown that is accepted. */
export const LONGEST_COOLDOWN_MS = 3_600_000
/** How long an ended cooldown is remembered, so that the next failure doubles it. */
const MEMORY_MS = 900_000

/**
 * Cooldowns that this process has started or read. They apply to every `createOAuth` of the process, even if their
 * storages lose or delay records.
 */
const observed = new Map<string, Cooldown>()

/** Cooldowns of token URLs, credentials and audiences, shared by all processes that use the storage. */
export interface Cooldowns {
  /** Returns the cooldown of a key, if there is one. */
  get(key: string): Cooldown | undefined
  /** Returns how many milliseconds of a cooldown are left. */
  left(key: string): number
  /** Reads the cooldowns that other processes have stored. */
  look(...keys: string[]): Promise<unknown>
  /** Starts a cooldown in this process; `ms` returns its length for a number of failures in a row. */
  begin(key: string, ms: (failures: number) => number, reason?: unknown): void
  /** Ends a cooldown in this process, and forgets its failures, if it started before that time. */
  end(key: string, before: number): boolean
  /** Stores a cooldown of this process for the others; `atOnce` where overwriting a longer one does no harm. */
  share(key: string, atOnce?: boolean): Promise<void>
}

export function createCooldowns(records: SharedRecords, now: () => number): Cooldowns {
  /**
   * Records that were applied already. Each is applied once: a writer whose clock is ahead would restart it again and
   * again.
   */
  const learned = new Map<string, number>()

  function get(key: string): Cooldown | undefined {
    const at = now()
    const known = observed.get(key)
    // Setting the clock back must not make it longer.
    if (known && known.at > at) observed.set(key, { ...known, at, until: known.until - known.at + at })
    if (known && known.expiresAt < at) observed.delete(key)
    return observed.get(key)
  }

  function look(...keys: string[]): Promise<unknown> {
    return Promise.all(
      keys.map(async (key) => {
        const shared = await records.read<Cooldown>(key)
        if (!shared || learned.get(key) === shared.until) return
        learned.set(key, shared.until)
        const at = now()
        const own = get(key)
        // Written by a clock that is ahead of ours, it would end too late.
        const until = shared.until - Math.max(0, shared.at - at)
        const longest = own && own.until > until ? own : { ...shared, until }
        const failures = Math.max(shared.failures, own?.failures ?? 0)
        observed.set(key, { ...longest, at, failures })
      }),
    )
  }

  return {
    get,
    left: (key) => Math.max(0, (get(key)?.until ?? 0) - now()),
    look,
    begin(key, ms, reason) {
      const at = now()
      const own = get(key)
      const failures = (own?.failures ?? 0) + 1
      const until = Math.max(at + Math.min(ms(failures), LONGEST_COOLDOWN_MS), own?.until ?? 0)
      observed.set(key, { at, until, expiresAt: until + MEMORY_MS, failures, reason })
      learned.set(key, until)
    },
    end: (key, before) => (get(key)?.at ?? before) < before && observed.delete(key),
    async share(key, atOnce) {
      const write = (): Promise<void> => records.write(key, get(key))
      if (atOnce) return write()
      // Another process may be writing, too. Reading before and after writing, both processes see the longer one.
      await look(key)
      await write()
      const stored = await records.read<Cooldown>(key)
      if (stored && stored.until < (get(key)?.until ?? 0)) await write()
    },
  }
}

/** Returns a function that doubles a time with each failure in a row. */
export function doubling(firstMs: number, mostMs: number): (failures: number) => number {
  return (failures) => Math.min(firstMs * 2 ** (failures - 1), mostMs)
}

/** How long a credential cools down after a number of rejections in a row: 30 s, doubling to 15 min. */
export const cooldownMs: (failures: number) => number = doubling(30_000, 900_000)
