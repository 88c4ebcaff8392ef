/** A clock that stands still until it is told to move. */
export interface FakeClock {
  /** Give it as the `now` option. */
  readonly now: () => number
  /** Moves the clock; backwards with a negative number. */
  advance(ms: number): void
}

/**
 * A clock for tests of token lifetimes. It moves no timers: set `minTokenIntervalMs: 0` where the wait between two token
 * requests would hold up a test.
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
