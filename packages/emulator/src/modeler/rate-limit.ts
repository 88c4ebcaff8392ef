import type { EmulatorClock } from '../clock.ts'

/** Counts the requests of each client in a sliding minute. */
export interface RequestLimit {
  /** Takes one more request: 0 when it is let in, else the milliseconds until the next one will be. */
  take(clientId: string): number
  reset(): void
}

const MINUTE = 60_000

/** Requests that are refused do not count. */
export function createRequestLimit(clock: EmulatorClock, requestsPerMinute: number): RequestLimit {
  const arrivals = new Map<string, number[]>()
  return {
    take: (clientId) => {
      const now = clock.now()
      // A clock that was turned back must not lock anybody out.
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
