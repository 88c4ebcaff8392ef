import type { EmulatorClock } from '../clock.ts'

/** How the token endpoint limits requests, per source address and over all clients behind it. */
export interface RateLimitOptions {
  /** Time between two requests, in milliseconds. @defaultValue `1000` */
  readonly intervalMs?: number | undefined
  /**
   * How much earlier a request may come without breaking the average, in milliseconds: a client that keeps the interval
   * exactly still arrives a little early now and then. @defaultValue `100`
   */
  readonly toleranceMs?: number | undefined
  /** So many refused requests in a row block the source. @defaultValue `10` */
  readonly blockAfter?: number | undefined
  /** How long such a block lasts, in milliseconds. @defaultValue `60_000` */
  readonly blockMs?: number | undefined
  /** Whether a 429 says when to come back. It is not known if the real one does. @defaultValue `true` */
  readonly retryAfter?: boolean | undefined
}

/** The limit of one token endpoint. */
export interface RateLimiter {
  /** Counts one request. 0 when it may go on, else the milliseconds after which the source may come back. */
  take(source: string): number
  /** Refuses every source for a while. */
  block(ms: number): void
  reset(): void
}

interface SourceState {
  /** When the next request is due, were they evenly spaced. */
  due: number
  refused: number
  blockedUntil: number
}

// Sources are addresses: a bound keeps a long-lived emulator from collecting them.
const MAX_SOURCES = 10_000

/** The generic cell rate algorithm with a cost for refused requests, so that hammering never gets through. */
export function createRateLimiter(clock: EmulatorClock, options: RateLimitOptions = {}): RateLimiter {
  const { intervalMs = 1000, toleranceMs = 100, blockAfter = 10, blockMs = 60_000 } = options
  const sources = new Map<string, SourceState>()
  let blockedUntil = 0
  return {
    take: (source) => {
      const now = clock.now()
      if (now < blockedUntil) return blockedUntil - now
      const state = sources.get(source) ?? { due: now, refused: 0, blockedUntil: 0 }
      if (!sources.has(source) && sources.size >= MAX_SOURCES) sources.clear()
      sources.set(source, state)
      if (now < state.blockedUntil) return state.blockedUntil - now
      if (now >= state.due - toleranceMs) {
        state.due = Math.max(now, state.due) + intervalMs
        state.refused = 0
        return 0
      }
      // A refused request counts too: the interval starts again.
      state.due = now + intervalMs
      state.refused += 1
      if (state.refused >= blockAfter) {
        state.refused = 0
        state.blockedUntil = now + blockMs
        return blockMs
      }
      return intervalMs
    },
    block: (ms) => {
      blockedUntil = clock.now() + ms
    },
    reset: () => {
      sources.clear()
      blockedUntil = 0
    },
  }
}
