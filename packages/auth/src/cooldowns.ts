import type { SharedRecord, SharedRecords } from './shared-records.ts'

/** Until when nobody may ask, and why. */
export interface Cooldown extends SharedRecord {
  readonly until: number
  /** Failures in a row. */
  readonly failures: number
  readonly reason?: unknown
}

/** The longest cooldown that is believed. */
export const LONGEST_COOLDOWN_MS = 3_600_000
/** How long a cooldown that is over is remembered, so that the next failure doubles it. */
const MEMORY_MS = 900_000

/**
 * What this process has seen itself, or was told. It binds every `createOAuth` of the process, whatever their storages
 * say, forget or delay.
 */
const observed = new Map<string, Cooldown>()

/** Cooldowns of token URLs, credentials and audiences, known to this process and to all who share the storage. */
export interface Cooldowns {
  /** What is known of a key. */
  get(key: string): Cooldown | undefined
  /** How many milliseconds a cooldown has left. */
  left(key: string): number
  /** Learns what the others know. */
  look(...keys: string[]): Promise<unknown>
  /** Begins a cooldown in this process; `ms` says from the failures in a row how long it is. */
  begin(key: string, ms: (failures: number) => number, reason?: unknown): void
  /** Ends a cooldown in this process, and forgets its failures, if it began before that time. */
  end(key: string, before: number): boolean
  /** Lets the others know what this process knows; `atOnce` where it does not matter if a longer one is overwritten. */
  share(key: string, atOnce?: boolean): Promise<void>
}

export function createCooldowns(records: SharedRecords, now: () => number): Cooldowns {
  /** The records that were learned from: each counts once, or a clock that is ahead of ours would start it again and again. */
  const learned = new Map<string, number>()

  function get(key: string): Cooldown | undefined {
    const at = now()
    const known = observed.get(key)
    // A clock that was set back must not make it longer.
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
        // By a clock that is ahead of ours it ends later than it should.
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
      // Others may be writing too. Whoever looks before and after, at the same speed, sees the longer one.
      await look(key)
      await write()
      const stored = await records.read<Cooldown>(key)
      if (stored && stored.until < (get(key)?.until ?? 0)) await write()
    },
  }
}

/** What is guessed, or decided, doubles from one failure in a row to the next. */
export function doubling(firstMs: number, mostMs: number): (failures: number) => number {
  return (failures) => Math.min(firstMs * 2 ** (failures - 1), mostMs)
}

/** How long a credential rests after so many refusals in a row: 30 s, doubling to 15 min. */
export const cooldownMs: (failures: number) => number = doubling(30_000, 900_000)
