import type { EmulatorClock } from '../clock.ts'

/** How long the SaaS token endpoint remembers credentials that it rejected, in milliseconds. */
const COOLDOWN_MS = 30_000

/**
 * Remembers rejected credentials. Each pair of id and secret counts separately, so that a corrected secret is never
 * held back.
 */
export interface Cooldown {
  /**
   * Records a rejection. Returns 0 for the first one in a while, otherwise the milliseconds until these credentials are
   * checked again.
   */
  refused(clientId: string, clientSecret: string): number
  reset(): void
}

// Limits the memory. No client attempts this many secrets within the cooldown.
const MAX_ENTRIES = 1000

export function createCooldown(clock: EmulatorClock): Cooldown {
  const until = new Map<string, number>()
  return {
    refused: (clientId, clientSecret) => {
      const key = JSON.stringify([clientId, clientSecret])
      const left = (until.get(key) ?? 0) - clock.now()
      if (left > 0) return left
      if (until.size >= MAX_ENTRIES) until.clear()
      until.set(key, clock.now() + COOLDOWN_MS)
      return 0
    },
    reset: () => until.clear(),
  }
}
