import type { EmulatorClock } from '../clock.ts'

/** How long the SaaS token endpoint remembers credentials it refused, in milliseconds. */
const COOLDOWN_MS = 30_000

/** Remembers refused credentials, each pair of id and secret for itself: a corrected secret is never held back. */
export interface Cooldown {
  /** Notes one refusal. 0 for the first in a while, else the milliseconds until these credentials are looked at again. */
  refused(clientId: string, clientSecret: string): number
  reset(): void
}

// Whoever tries more secrets than this within the cooldown has other problems.
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
