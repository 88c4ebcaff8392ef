import { RestError, sleep } from '@x/rest'

export interface RateLimiterOptions {
  /** Most requests in any minute; a positive integer. */
  readonly requestsPerMinute: number
  /** Time in milliseconds that never goes back. @defaultValue `performance.now`, where there is one */
  readonly now?: (() => number) | undefined
  /** Waits, and rejects with the signal's `reason` when that aborts. @defaultValue by `setTimeout` */
  readonly delay?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/** Keeps everything that shares it under a rate. */
export interface RateLimiter {
  /** Resolves when one more request may be sent, first come first served. An abort gives the place up. */
  acquire(signal?: AbortSignal): Promise<void>
  /** Counts a request that was sent without asking: a retry, which has waited already. */
  record(): void
}

// The server counts when requests arrive, not when they leave; a second keeps those that overtake each other apart.
const WINDOW_MS = 61_000

// Edge Runtime has no `performance`.
const monotonic = (): number => globalThis.performance?.now() ?? Date.now()

/**
 * Makes a limiter with a sliding window: as many requests as allowed go out at once, further ones when the oldest are a
 * minute old.
 *
 * A client makes its own. Make one by hand where several clients share one credential, and give it to all of them.
 *
 * @throws `RestError` with code `config_invalid`.
 * @example
 * ```ts
 * const rateLimiter = createRateLimiter({ requestsPerMinute: 240 })
 * const files = createFiles({ auth, rateLimiter })
 * const versions = createVersions({ auth, rateLimiter })
 * ```
 */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { requestsPerMinute, now = monotonic, delay = sleep } = options
  if (!Number.isInteger(requestsPerMinute) || requestsPerMinute < 1) {
    throw new RestError('config_invalid', '`requestsPerMinute` has to be a positive integer, or false for no limit')
  }
  // When requests were or will be sent, ascending. Each waits for its own time: a shared queue would have one request
  // resolve the promise of another, which workerd does not allow between the requests it handles.
  const times: number[] = []

  return {
    async acquire(signal) {
      signal?.throwIfAborted()
      const current = now()
      const expired = times.findIndex((time) => time > current - WINDOW_MS)
      times.splice(0, expired < 0 ? times.length : expired)
      const before = times.at(-requestsPerMinute)
      const time = before === undefined ? current : Math.max(current, before + WINDOW_MS)
      times.push(time)
      if (time === current) return
      try {
        await delay(time - current, signal)
      } catch (error) {
        times.splice(times.lastIndexOf(time), 1)
        throw error
      }
    },
    record() {
      const current = now()
      times.splice(times.findLastIndex((time) => time <= current) + 1, 0, current)
    },
  }
}
