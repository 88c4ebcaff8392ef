import {
  createTransport,
  type ErrorEvent,
  expandPath,
  expectOption,
  quietly,
  RateLimitedError,
  TimeoutError,
  type Transport,
  type TransportOptions,
} from '@x/rest'
import { monotonic, type RateLimiter, WINDOW_MS } from './rate-limiter.ts'

/**
 * Creates a transport whose calls wait for their turn, and for `Retry-After` after a 429: the server's limit per minute
 * delays calls instead of failing them.
 */
export function pace(settings: TransportOptions, limiter: RateLimiter): Transport {
  const { api, baseUrl, onEvent } = settings
  const tell = quietly(onEvent ?? (() => {}))
  // Events of calls that failed with 429, until it is known whether that is final.
  const held = new WeakMap<object, ErrorEvent>()
  const transport = createTransport({
    ...settings,
    onEvent(event) {
      if (event.type === 'request' && event.attempt > 1) limiter.record()
      if (event.type === 'retry' && event.status === 429) limiter.pause?.(event.delayMs)
      if (event.type === 'error' && event.error instanceof RateLimitedError) held.set(event.error, event)
      else tell(event)
    },
  })
  return {
    async call(route, input = {}, options = {}, read) {
      expectOption(Object(options) === options, 'options', 'an object')
      const { signal, timeoutMs = Number.POSITIVE_INFINITY, retry = settings.retry } = options
      const begin = monotonic()
      // The client's time limit applies to requests, and a full queue takes minutes. A limit of a call includes the
      // wait.
      const left = (): number => timeoutMs - (monotonic() - begin)
      const allowed = retry === false ? 1 : 1 + (retry?.limit ?? 2)
      let tried = 0
      let own = options
      for (;;) {
        await limiter.acquire(signal, (waitMs) => {
          const url = baseUrl + expandPath(route.path, input.params, route.id)
          const call = { operation: route.id, method: route.method, url }
          const step = { ...call, attempt: tried + 1 }
          if (waitMs >= left()) {
            const error = new TimeoutError(`${api} has no turn for ${route.id} in time`, call, timeoutMs)
            tell({ type: 'error', ...step, error, durationMs: monotonic() - begin })
            throw error
          }
          tell({ type: 'paced', ...step, waitMs })
        })
        if (tried > 0) own = { ...own, retry: { ...retry, limit: allowed - tried - 1 } }
        if (options.timeoutMs && monotonic() - begin >= 1) own = { ...own, timeoutMs: Math.max(1, left()) }
        try {
          return await transport.call(route, input, own, read)
        } catch (error) {
          const failed = held.get(error as object)
          if (!failed) throw error
          const { retryAfterMs = Number.POSITIVE_INFINITY } = error as RateLimitedError
          tried += failed.attempt
          // Rejected before anything was done, so it may be sent again. A limit per minute never requires more than a
          // minute.
          if (tried >= allowed || !limiter.pause || retryAfterMs > Math.min(WINDOW_MS, left())) {
            tell(failed)
            throw error
          }
          const { operation, method, url, attempt } = failed
          tell({ type: 'retry', operation, method, url, attempt, status: 429, delayMs: retryAfterMs })
          limiter.pause(retryAfterMs)
        }
      }
    },
  }
}
