import type { CallOptions, Int } from '@x/rest'

/** The clock of the engine, for tests. */
export interface Clock {
  /**
   * Sets the clock of the engine to a time and stops it there, until you pin it again or reset it. Timers that are due
   * by then fire. It affects everything in the cluster. Experimental: Camunda may change it.
   *
   * @operation PUT /clock
   * @permission SYSTEM UPDATE
   * @since 8.6
   *
   * @example
   * const anHour = 60 * 60 * 1000
   * await camunda.clock.pin({ timestamp: Date.now() + anHour })
   * // timers of up to an hour have fired
   * await camunda.clock.reset()
   */
  pin(body: PinClockRequest, options?: CallOptions): Promise<void>

  /**
   * Resets the clock of the engine to the system time, so that it runs again. Experimental: Camunda may change it.
   *
   * @operation POST /clock/reset
   * @permission SYSTEM UPDATE
   * @since 8.6
   */
  reset(options?: CallOptions): Promise<void>
}

/** The time to stop the clock at. */
export interface PinClockRequest {
  /** Unix time in milliseconds, as `Date.now()` returns it. */
  readonly timestamp: Int
}
