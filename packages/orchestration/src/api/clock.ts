import type { CallOptions, Int } from '@x/rest'

/** TODO(words) */
export interface Clock {
  /**
   * TODO(words)
   *
   * @operation PUT /clock
   * @permission SYSTEM UPDATE
   * @since 8.6
   */
  pin(body: ClockPinRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /clock/reset
   * @permission SYSTEM UPDATE
   * @since 8.6
   */
  reset(options?: CallOptions): Promise<void>
}

export interface ClockPinRequest {
  readonly timestamp: Int
}
