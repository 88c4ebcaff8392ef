import { longestTimer } from './clock.ts'

const firstBoundMs = 100

/** The least part of a bound, so that no random number makes a worker hammer a server that is down. */
const leastPart = 0.1

/** Work resumes within this time when an outage ends. */
export const longestDelayMs = 1000

/**
 * How long to wait before the next try: what the server asks for, else a random part of a bound that doubles with each
 * failure (full jitter), so that workers do not come back in step.
 *
 * @param failures - How often it failed in a row, from 1.
 */
export function backoffMs(
  failures: number,
  random: () => number,
  { retryAfterMs, boundMs = longestDelayMs }: { retryAfterMs?: number | undefined; boundMs?: number } = {},
): number {
  const jitter = Math.max(leastPart, random()) * Math.min(boundMs, firstBoundMs * 2 ** (failures - 1))
  // Workers that were sent away together should not return in the same millisecond.
  const delay = retryAfterMs ? retryAfterMs + Math.min(jitter, retryAfterMs / 10) : jitter
  return Math.min(Math.ceil(delay), longestTimer)
}
