import type { EmulatorClock } from '../clock.ts'

/** How the token endpoint limits requests, for each source address and all clients behind it. */
export interface RateLimitOptions {
  /** Time between two requests, in milliseconds. @defaultValue `1000` */
  readonly intervalMs?: number | undefined
  /**
   * How much earlier a request may arrive without exceeding the average rate, in milliseconds: even a client that keeps
   * the interval exactly sometimes arrives a little early. @defaultValue `100`
   */
  readonly toleranceMs?: number | undefined
  /** How many rejected requests in a row block the source. @defaultValue `10` */
  readonly blockAfter?: number | undefined
  /** How long the source is blocked, in milliseconds. @defaultValue `60_000` */
  readonly blockMs?: number | undefined
  /** Whether a 429 has a `Retry-After`. It is unknown whether the real endpoint sends one. @defaultValue `true` */
  readonly retryAfter?: boolean | undefined
}

/** The limit of one token endpoint. */
export interface RateLimiter {
  /** Counts a request. Returns 0 if it is allowed, otherwise the milliseconds after which the source may retry. */
  take(source: string): number
  /** Rejects every source for `ms` milliseconds. */
  block(ms: number): void
  reset(): void
}

interface SourceState {
  /** When the next request would be due if requests were evenly spaced. */
  due: number
  refused: number
  blockedUntil: number
}

// Sources are addresses. The limit keeps a long-running emulator from accumulating them.
const MAX_SOURCES = 10_000

/**
 * The generic cell rate algorithm, with a cost for rejected requests, so that sending more often never gets more
 * through.
 */
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
      // A rejected request counts too: the interval starts again.
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
