import type { FetchHeaders } from './options.ts'
import type { Route } from './route.ts'
import { longestTimer } from './sleep.ts'

export interface RetryPolicy {
  readonly limit: number
  readonly baseDelayMs: number
  readonly maxDelayMs: number
}

/** Whether sending it twice does no more than sending it once (RFC 9110, section 9.2.2, or the table says so). */
export function isRepeatable(route: Route): boolean {
  return route.safe === true || /^(GET|PUT|DELETE)$/.test(route.method)
}

const transient: readonly number[] = [408, 429, 500, 502, 503, 504]

/** 429, and 503 that says when to come back, were refused before anything was done: safe for every method. */
export function isWorthRetry(route: Route, status: number, retryAfterMs: number | undefined): boolean {
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) return true
  return transient.includes(status) && isRepeatable(route)
}

/** How long to wait before the next try: what the server asks for, else a random part of a doubling bound (full jitter). */
export function retryDelayMs(
  policy: RetryPolicy,
  retries: number,
  retryAfterMs: number | undefined,
  random: () => number,
): number {
  const jitter = random() * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** retries)
  // Callers that were sent away together should not come back in the same millisecond, nor at once.
  return Math.ceil(retryAfterMs ? retryAfterMs + Math.min(jitter, retryAfterMs / 10) : jitter)
}

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3) as milliseconds from now, at most {@link longestTimer}. Undefined for
 * anything but digits or an HTTP date, and for a date in the past. Digits that make sense only as a point in time, in
 * seconds or milliseconds since 1970, are read as one.
 */
export function readRetryAfter(headers: FetchHeaders, now: () => number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? ''
  const digits = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (digits < 1e9) return Math.min(digits * 1000, longestTimer)
  // Of the three forms of a date, asctime's does not name its time zone.
  const date = httpDate.test(text) ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN
  const ms = (digits < 1e11 ? digits * 1000 : digits || date) - now()
  return ms > 0 ? Math.min(ms, longestTimer) : undefined
}

const httpDate = /^[A-Z][a-z]+,? [\w -]+ \d\d:\d\d:\d\d (GMT|\d{4})$/
