const firstDelayMs = 100

/** Work resumes within this time when an outage ends. */
export const longestDelayMs = 1000

/** Upper bound of `Retry-After`, so that a worker does not stop for hours. */
const longestRetryAfterMs = 300_000

/**
 * Returns the delay before the next attempt: `Retry-After`, otherwise 100 ms, doubling with each failure up to a bound.
 * Half of it is random, so that workers do not all retry at once.
 *
 * @param failures - Number of failures in a row, at least 1.
 */
export function backoffMs(
  failures: number,
  random: () => number,
  { retryAfterMs, boundMs = longestDelayMs }: { retryAfterMs?: number | undefined; boundMs?: number } = {},
): number {
  const jitter = ((1 + random()) / 2) * Math.min(boundMs, firstDelayMs * 2 ** (failures - 1))
  // Workers rejected at the same time must not retry in the same millisecond.
  const asked = Math.min(retryAfterMs ?? 0, longestRetryAfterMs)
  // Not earlier than without it, so that a very short `Retry-After` does not cause a flood of requests.
  return Math.ceil(Math.max(jitter, asked + Math.min(jitter, asked / 10)))
}
