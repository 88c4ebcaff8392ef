import { expectOption, sleep } from '@x/rest'

export interface RateLimiterOptions {
  /**
   * Most requests in any minute; a positive integer. @defaultValue no limit until the first pause, then `240`, the limit
   * of SaaS
   */
  readonly requestsPerMinute?: number | undefined
  /** Time in milliseconds that never goes back. @defaultValue `performance.now` */
  readonly now?: (() => number) | undefined
  /** Waits, and rejects with the signal's `reason` when that aborts. @defaultValue by `setTimeout` */
  readonly delay?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/** Keeps everything that shares it under a rate. */
export interface RateLimiter {
  /**
   * Resolves when one more request may be sent, first come first served. Calls `onWait` before each wait with its
   * milliseconds. An abort, and an exception of `onWait`, give the place up.
   */
  acquire(signal?: AbortSignal, onWait?: (waitMs: number) => void): Promise<void>
  /** Counts a request that was sent without asking: a retry, which has waited already. */
  record(): void
  /** Sends nothing for so many milliseconds: the server has answered 429. */
  pause?(ms: number): void
}

/** The limit of SaaS, which others have who stand in for it. */
export const SAAS_REQUESTS_PER_MINUTE = 240

// The server counts when requests arrive, not when they leave; a second keeps those that overtake each other apart.
export const WINDOW_MS = 61_000

export const monotonic = (): number => performance.now()

/**
 * Makes a limiter with a sliding window: as many requests as allowed go out at once, further ones when the oldest are a
 * minute old. After a 429 of the server all wait until the end of its `Retry-After`.
 *
 * A client makes its own. Make one by hand where several clients share one credential, and give it to all of them.
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
  // When requests were or will be sent, ascending. Each waits for its own time: a shared queue would have one request
  // resolve the promise of another, which workerd does not allow between the requests it handles.
  const turns: { at: number }[] = []
  /** The earliest turn at a place of the list, but for the clock. */
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
        // A pause puts turns off that are waited for.
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
