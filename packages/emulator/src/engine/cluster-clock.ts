import type { EmulatorClock } from '../clock.ts'

/** The time of one cluster's engine: that of the emulator, unless it is pinned. */
export interface ClusterClock {
  now(): number
  /** The time that it is pinned to, if it is. */
  readonly pinned: number | undefined
  /** Pins the time, in milliseconds since 1970. */
  pin(time: number): void
  /** Follows the emulator's time again. */
  reset(): void
}

export function createClusterClock(clock: EmulatorClock): ClusterClock {
  let pinned: number | undefined
  return {
    now: () => pinned ?? clock.now(),
    get pinned() {
      return pinned
    },
    pin: (time) => {
      pinned = time
    },
    reset: () => {
      pinned = undefined
    },
  }
}
