/** The emulator's own time, in milliseconds since the epoch. */
export interface EmulatorClock {
  now(): number
  /** Moves time ahead (or, with a negative number, back) for token expiry, cooldowns and rate limits. */
  advance(ms: number): void
}

/** Follows `now` (the real time unless given), shifted by what {@link EmulatorClock.advance} was told. */
export function createClock(now: () => number = Date.now): EmulatorClock {
  let shift = 0
  return {
    now: () => now() + shift,
    advance: (ms) => {
      shift += ms
    },
  }
}
