import type { EmulatorClock } from '../clock.ts'

/** Counts the requests of each client in a sliding minute. */
export interface RequestLimit {
  /** Counts a request. Returns 0 if it is allowed, otherwise the milliseconds until the next one is. */
  take(clientId: string): number
  reset(): void
}

const MINUTE = 60_000

/** Rejected requests do not count. */
export function createRequestLimit(clock: EmulatorClock, requestsPerMinute: number): RequestLimit {
  const arrivals = new Map<string, number[]>()
  return {
    take: (clientId) => {
      const now = clock.now()
      // Moving the clock back must not block any client.
      const recent = (arrivals.get(clientId) ?? []).filter((time) => now - MINUTE < time && time <= now)
      arrivals.set(clientId, recent)
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= requestsPerMinute) return oldest + MINUTE - now
      recent.push(now)
      return 0
    },
    reset: () => arrivals.clear(),
  }
}
