/** A request that the emulator received. It has no headers, query or body, and therefore no secret, token or cookie. */
export interface JournalEntry {
  /** Milliseconds since the epoch, on the emulator's clock. */
  readonly time: number
  /** The part of the emulator: `token`, `discovery`, `jwks`, `login`, `logout`, `index`, a product (`console`, `orchestration`, ...) or `unknown`. */
  readonly kind: string
  readonly method: string
  /** Path below the emulator's origin, still percent-encoded, without the query. */
  readonly path: string
  /** The response's status; 0 if a planned failure closed the connection or left it hanging. */
  readonly status: number
  /** The client or the user that called, if the emulator could identify it. */
  readonly clientId?: string | undefined
  /** True for a token request with credentials that were rejected within the last 30 s. Clients should avoid these. */
  readonly cooldown?: true | undefined
  /**
   * `sampled` for a response that was generated from the shape of its operation: nothing ran, and nothing was stored.
   * `stored` where what you create can be found again, but has no effect. Undefined for everything that is simulated.
   */
  readonly tier?: 'sampled' | 'stored' | undefined
}

/** An entry that is still incomplete. */
export type JournalNote = { -readonly [K in keyof JournalEntry]: JournalEntry[K] }

/** Every member that you set must match. `path` can be a pattern. */
export interface JournalFilter {
  readonly kind?: string | undefined
  readonly method?: string | undefined
  readonly path?: string | RegExp | undefined
  readonly status?: number | undefined
  readonly clientId?: string | undefined
  readonly cooldown?: true | undefined
  readonly tier?: 'sampled' | 'stored' | undefined
}

/** The requests that the emulator received, oldest first. */
export interface Journal {
  readonly entries: readonly JournalEntry[]
  filter(filter: JournalFilter): JournalEntry[]
  /**
   * Returns how many entries match.
   *
   * @example
   * emulator.journal.count({ kind: 'token', status: 200 }) // tokens issued
   */
  count(filter?: JournalFilter): number
  /** Calls `listener` with each new entry. Returns a function that ends the subscription. */
  subscribe(listener: (entry: JournalEntry) => void): () => void
  clear(): void
}

/** Creates a journal that keeps the newest `limit` entries, and a function that adds to it. */
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
