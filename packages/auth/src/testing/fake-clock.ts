/** A clock that only moves when you advance it. */
export interface FakeClock {
  /** Pass it as the `now` option. */
  readonly now: () => number
  /** Moves the clock; backwards with a negative number. */
  advance(ms: number): void
}

/**
 * Creates a clock for tests of token lifetimes. It moves no timers: set `minTokenIntervalMs: 0` if the wait between two
 * token requests would slow a test down.
 *
 * @example
 * import { createOAuth } from '@x/auth'
 * import { fakeClock } from '@x/auth/testing'
 *
 * const clock = fakeClock()
 * const auth = createOAuth({ tokenUrl, clientId, clientSecret, now: clock.now, minTokenIntervalMs: 0 })
 * clock.advance(3_600_000)
 */
export function fakeClock(start: number = Date.UTC(2026, 0, 1)): FakeClock {
  let time = start
  return {
    now: () => time,
    advance(ms) {
      time += ms
    },
  }
}
