import type { ErrorResponse } from './api-error.ts'
import type { FetchHeaders } from './options.ts'
import type { Route } from './route.ts'
import { longestTimer } from './sleep.ts'

export interface RetryPolicy {
  readonly limit: number
  readonly baseDelayMs: number
  readonly maxDelayMs: number
}

/** Whether the request is idempotent (by RFC 9110, section 9.2.2, or by its route). */
export function isRepeatable(route: Route): boolean {
  return route.safe === true || /^(GET|PUT|DELETE)$/.test(route.method)
}

const transient = /408|50[0234]/

/**
 * Whether a retry may help and is safe. After 429, 503 with `Retry-After`, and Camunda's RESOURCE_EXHAUSTED (a 503 or a
 * 500), the server has done nothing: safe for every method.
 */
export function isWorthRetry(
  route: Route,
  status: number,
  { title, detail, retryAfterMs }: Partial<ErrorResponse>,
): boolean {
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) return true
  return /RESOURCE_EXHAUSTED/.test(`${title} ${detail}`) || (transient.test(`${status}`) && isRepeatable(route))
}

/**
 * Returns the delay before the next retry: `Retry-After` plus jitter, otherwise a random part of a doubling bound (full
 * jitter). If no connection could be made, the last third of the next bound: a server that restarts needs a
 * second.
 */
export function retryDelayMs(
  policy: RetryPolicy,
  retries: number,
  retryAfterMs: number | undefined,
  random: () => number,
  unsent: boolean | undefined,
): number {
  const bound = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (unsent ? retries + 1 : retries))
  const jitter = bound * (unsent ? 1 - random() / 3 : random())
  // Callers rejected at the same time must not retry in the same millisecond, nor at once.
  return Math.ceil(retryAfterMs ? retryAfterMs + Math.min(jitter, retryAfterMs / 10) : jitter)
}

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3) as milliseconds from now, at most {@link longestTimer}. Undefined for
 * anything but digits or an HTTP date, and for a date in the past. Numbers so large that they can only be a time since
 * 1970, in seconds or milliseconds, are read as such.
 */
export function readRetryAfter(headers: FetchHeaders, now: () => number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? ''
  const digits = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (digits < 1e9) return Math.min(digits * 1000, longestTimer)
  // Of the three date formats, only asctime's has no time zone.
  const date = httpDate.test(text) ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN
  const ms = (digits < 1e11 ? digits * 1000 : digits || date) - now()
  return ms > 0 ? Math.min(ms, longestTimer) : undefined
}

const httpDate = /^[A-Z][a-z]+,? [\w -]+ \d\d:\d\d:\d\d (GMT|\d{4})$/
