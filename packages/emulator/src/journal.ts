/** One request the emulator answered. Holds no header, no query, no body: so no secret, token or cookie. */
export interface JournalEntry {
  /** Milliseconds since the epoch, on the emulator's clock. */
  readonly time: number
  /** The part of the emulator: `token`, `discovery`, `jwks`, `login`, `logout`, `index`, a product (`console`, `orchestration`, ...) or `unknown`. */
  readonly kind: string
  readonly method: string
  /** Path below the emulator's origin, still percent-encoded, without the query. */
  readonly path: string
  /** The answer's status; 0 when the connection was broken off or left hanging on purpose. */
  readonly status: number
  /** The client or the user that called, once the emulator knew it. */
  readonly clientId?: string | undefined
  /** A token request for credentials that were refused within the last 30 s: a client should know better. */
  readonly cooldown?: true | undefined
  /**
   * `sampled` for a response that was made up from the shape of its operation: nothing ran, and nothing is kept. Undefined
   * for all else, which is simulated.
   */
  readonly tier?: 'sampled' | undefined
}

/** An entry in the making. */
export type JournalNote = { -readonly [K in keyof JournalEntry]: JournalEntry[K] }

/** Each member given must match; `path` also as a pattern. */
export interface JournalFilter {
  readonly kind?: string | undefined
  readonly method?: string | undefined
  readonly path?: string | RegExp | undefined
  readonly status?: number | undefined
  readonly clientId?: string | undefined
  readonly cooldown?: true | undefined
  readonly tier?: 'sampled' | undefined
}

/** What the emulator saw, oldest first. */
export interface Journal {
  readonly entries: readonly JournalEntry[]
  filter(filter: JournalFilter): JournalEntry[]
  /**
   * How many entries match.
   *
   * @example
   * emulator.journal.count({ kind: 'token', status: 200 }) // tokens handed out
   */
  count(filter?: JournalFilter): number
  /** Calls `listener` with each entry to come, until the function that it returns is called. */
  subscribe(listener: (entry: JournalEntry) => void): () => void
  clear(): void
}

/** A journal that keeps the newest `limit` entries, and the way to write to it. */
export function createJournal(limit: number): { readonly journal: Journal; add(entry: JournalEntry): void } {
  let entries: JournalEntry[] = []
  const listeners = new Set<(entry: JournalEntry) => void>()
  const filter = (wanted: JournalFilter): JournalEntry[] => entries.filter((entry) => matches(entry, wanted))
  const journal: Journal = {
    get entries() {
      return entries
    },
    filter,
    count: (wanted = {}) => filter(wanted).length,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    clear: () => {
      entries = []
    },
  }
  return {
    journal,
    add: (entry) => {
      entries.push(entry)
      if (entries.length > limit) entries.shift()
      for (const listener of listeners) listener(entry)
    },
  }
}

function matches(entry: JournalEntry, { path, ...exact }: JournalFilter): boolean {
  if (path instanceof RegExp ? !path.test(entry.path) : path !== undefined && path !== entry.path) return false
  return Object.entries(exact).every(
    ([name, value]) => value === undefined || entry[name as keyof JournalEntry] === value,
  )
}
