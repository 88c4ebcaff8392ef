import type { CallOptions, Int } from '@x/rest'

/** The clock of the engine, for tests. */
export interface Clock {
  /**
   * Stops the clock of the engine at a time. Timers that are due by then fire; the clock stands still until you pin it again
   * or reset it. It affects everything in the cluster. Experimental.
   *
   * @operation PUT /clock
   * @permission SYSTEM UPDATE
   * @since 8.6
   *
   * @example
   * const anHour = 60 * 60 * 1000
   * await camunda.clock.pin({ timestamp: Date.now() + anHour })
   * // ... check what timers of up to an hour did
   * await camunda.clock.reset()
   */
  pin(body: PinClockRequest, options?: CallOptions): Promise<void>

  /**
   * Lets the clock of the engine run with that of the system again. Experimental.
   *
   * @operation POST /clock/reset
   * @permission SYSTEM UPDATE
   * @since 8.6
   */
  reset(options?: CallOptions): Promise<void>
}

/** The time to stop the clock at. */
export interface PinClockRequest {
  /** Milliseconds since 1970, as of `Date.now()`. */
  readonly timestamp: Int
}
