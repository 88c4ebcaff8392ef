/** The emulator's own time, in milliseconds since the epoch. */
export interface EmulatorClock {
  now(): number
  /**
   * Advances the time (or, with a negative number, moves it back): tokens expire, timers of processes fire, and
   * requests that wait get their responses.
   */
  advance(ms: number): void
  /** Calls `listener` after each `advance`. Returns a function that ends this. */
  onAdvance(listener: () => void): () => void
}

/** The clock, as the parts of the emulator use it. */
export interface RunningClock extends EmulatorClock {
  /** Whether time passes without calls to `advance`. */
  readonly isReal: boolean
}

/** Follows `now` (by default, the real time), shifted by the sum of all calls to {@link EmulatorClock.advance}. */
export function createClock(now?: () => number): RunningClock {
  const source = now ?? Date.now
  const listeners = new Set<() => void>()
  let shift = 0
  return {
    isReal: now === undefined,
    now: () => source() + shift,
    advance: (ms) => {
      shift += ms
      for (const listener of [...listeners]) listener()
    },
    onAdvance: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
