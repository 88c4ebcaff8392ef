import type { CallOptions } from '@x/rest'

/** Whether Optimize can be used. */
export interface Health {
  /**
   * Returns if Optimize can be used, and throws if not. It is sent without a token, which Optimize up to 8.9 rejects here.
   *
   * @operation GET /readyz
   * @unauthenticated
   * @throws {ApiError} 503 if Optimize has no connection to its database or to the engine
   * @example
   * await optimize.health.checkReadiness({ retry: false })
   */
  checkReadiness(options?: CallOptions): Promise<void>
}
