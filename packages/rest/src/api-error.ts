import { CallError, type CallInfo } from './errors.ts'

/** The content of an error response, whatever its format. */
export interface Problem {
  /** URI or name that identifies the kind of problem. */
  readonly type?: string | undefined
  /** The kind of problem in a few words. */
  readonly title?: string | undefined
  /** What is wrong in this case. */
  readonly detail?: string | undefined
  /** Identifies this error in the server's log. */
  readonly instance?: string | undefined
}

/** A response with an error status. */
export interface ErrorResponse extends Problem {
  readonly status: number
  readonly requestId?: string | undefined
  /** Of a redirect. */
  readonly location?: string | undefined
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** Of an operation that the server does not have. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** The details of a failed call, before the error is created. */
export interface FailedCall extends CallInfo, ErrorResponse {}

/**
 * The server responded with an error status. Code `http`.
 *
 * @example
 * ```ts
 * try {
 *   await operate.processInstances.get('2251799813685251')
 * } catch (error) {
 *   if (!(error instanceof ApiError) || error.status !== 404) throw error
 * }
 * ```
 */
export class ApiError extends CallError implements ErrorResponse {
  override name = 'ApiError'
  declare readonly status: number
  declare readonly type?: string
  declare readonly title?: string
  declare readonly detail?: string
  declare readonly instance?: string
  /** Include it when you contact Camunda's support. */
  declare readonly requestId?: string
  /** How long the server asks to wait, in milliseconds, at most 2^31 - 1; undefined without a valid `Retry-After`. */
  declare readonly retryAfterMs?: number

  constructor(message: string, call: CallInfo, response: ErrorResponse) {
    super('http', message, call, response)
  }
}

/** Status 429, after all retries. */
export class RateLimitedError extends ApiError {
  override name = 'RateLimitedError'
}

/** Status 409: the item was changed in the meantime, or the name is taken. Read again, then decide. */
export class ConflictError extends ApiError {
  override name = 'ConflictError'
}

/**
 * This server does not have the operation: it runs another version of Camunda, or `baseUrl` is not the address of the
 * API. Status 404.
 */
export class NotServedError extends ApiError {
  override name = 'NotServedError'
  /** First Camunda version that has it, if known. */
  declare readonly since?: string
  /** Last Camunda version that has it, if known. */
  declare readonly until?: string
}

/**
 * The server redirected the call. Redirects are never followed: the body and the credentials would go to an address that
 * you did not configure, or a POST would arrive as a GET. Set `baseUrl` to the final address.
 */
export class RedirectError extends ApiError {
  override name = 'RedirectError'
  /**
   * Origin and path of the redirect's target, without query; undefined in browsers, which hide it, along with the
   * status (0).
   */
  declare readonly location?: string
}
