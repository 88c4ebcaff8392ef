import type { CallOptions } from '@x/rest'

/** The readiness of Optimize. */
export interface Health {
  /**
   * Resolves if Optimize is ready, otherwise throws. The request is sent without a token, which Optimize up to 8.9
   * rejects here.
   *
   * @operation GET /readyz
   * @unauthenticated
   * @throws {ApiError} 503 if Optimize has no connection to its database or to the engine
   * @example
   * await optimize.health.checkReadiness({ retry: false })
   */
  checkReadiness(options?: CallOptions): Promise<void>
}
