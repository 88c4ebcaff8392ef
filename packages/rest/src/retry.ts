import type { Route } from './operation.ts'

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
  // Those who were sent away together should not come back in the same millisecond.
  return retryAfterMs === undefined ? jitter : retryAfterMs + Math.min(jitter, retryAfterMs / 10)
}

/** Reads `Retry-After` (RFC 9110, section 10.2.3): seconds or a date. Undefined when there is none or it makes no sense. */
export function readRetryAfter(headers: Headers, now: () => number): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (!text) return undefined
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now())
}
