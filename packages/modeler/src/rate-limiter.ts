import { expectOption, sleep } from '@x/rest'

export interface RateLimiterOptions {
  /**
   * Maximum number of requests in any minute; a positive integer. @defaultValue no limit until the first pause, then
   * `240`, the limit of SaaS
   */
  readonly requestsPerMinute?: number | undefined
  /** Monotonic time in milliseconds. @defaultValue `performance.now` */
  readonly now?: (() => number) | undefined
  /** Waits; rejects with the signal's `reason` when it aborts. @defaultValue `setTimeout` */
  readonly delay?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/** Limits the rate of all clients that share it. */
export interface RateLimiter {
  /**
   * Resolves when one more request may be sent, first come, first served. Calls `onWait` with the milliseconds before
   * each wait. An abort, or an exception of `onWait`, gives up the place in the queue.
   */
  acquire(signal?: AbortSignal, onWait?: (waitMs: number) => void): Promise<void>
  /** Counts a request that was sent without `acquire`: a retry, which has already waited. */
  record(): void
  /** Stops all requests for `ms` milliseconds, after a 429. */
  pause?(ms: number): void
}

/** The limit of SaaS, and of emulators of it. */
export const SAAS_REQUESTS_PER_MINUTE = 240

// The server counts requests when they arrive, not when they are sent; a second allows for requests that overtake each
// other.
export const WINDOW_MS = 61_000

export const monotonic = (): number => performance.now()

/**
 * Creates a limiter with a sliding window: the allowed number of requests is sent at once, others when the oldest are a
 * minute old. After a 429, all wait until its `Retry-After` has passed.
 *
 * Each client creates its own. If several clients share one credential, create one yourself and pass it to all of them.
 *
 * @throws `RestError` with code `config_invalid`.
 * @example
 * ```ts
 * const options = { auth, baseUrl: organization.modelerUrl, rateLimiter: createRateLimiter({ requestsPerMinute: 240 }) }
 * const files = createFiles(options)
 * const versions = createVersions(options)
 * ```
 */
export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  const { requestsPerMinute, now = monotonic, delay = sleep } = options
  const isRate = requestsPerMinute === undefined || (Number.isInteger(requestsPerMinute) && requestsPerMinute > 0)
  expectOption(isRate, 'requestsPerMinute', 'a positive integer, or false for no limit')
  let limit = requestsPerMinute ?? Number.POSITIVE_INFINITY
  let pausedUntil = Number.NEGATIVE_INFINITY
  // When requests were or will be sent, ascending. Each waits for its own time: with a shared queue, one request would
  // resolve the promise of another, which workerd does not allow.
  const turns: { at: number }[] = []
  /** The earliest time for an index of the list, regardless of the clock. */
  const earliest = (index: number): number =>
    Math.max(pausedUntil, (turns[index - limit]?.at ?? Number.NEGATIVE_INFINITY) + WINDOW_MS)

  return {
    async acquire(signal, onWait) {
      signal?.throwIfAborted()
      let due = now()
      const expired = turns.findIndex(({ at }) => at > due - WINDOW_MS)
      turns.splice(0, expired < 0 ? turns.length : expired)
      const turn = { at: Math.max(due, earliest(turns.length)) }
      turns.push(turn)
      try {
        // A pause also delays calls that are already waiting.
        while (turn.at > due) {
          due = turn.at
          const waitMs = due - now()
          onWait?.(Math.ceil(waitMs))
          await delay(waitMs, signal)
        }
      } catch (error) {
        turns.splice(turns.indexOf(turn), 1)
        throw error
      }
    },
    record() {
      const current = now()
      turns.splice(turns.findLastIndex(({ at }) => at <= current) + 1, 0, { at: current })
    },
    pause(ms) {
      const current = now()
      limit = requestsPerMinute ?? SAAS_REQUESTS_PER_MINUTE
      pausedUntil = Math.max(pausedUntil, current + ms)
      for (const [index, turn] of turns.entries()) {
        if (turn.at > current) turn.at = Math.max(turn.at, earliest(index))
      }
    },
  }
}
