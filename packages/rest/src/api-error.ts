import { CallError, type CallInfo } from './errors.ts'

/** What an error answer says, whatever its form. */
export interface Problem {
  /** URI or words that name the kind of problem. */
  readonly type?: string | undefined
  /** The kind of problem in a few words. */
  readonly title?: string | undefined
  /** What is wrong in this case. */
  readonly detail?: string | undefined
  /** Names this occurrence, for the server's log. */
  readonly instance?: string | undefined
}

/** An answer that is not success. */
export interface ErrorAnswer extends Problem {
  readonly status: number
  readonly requestId?: string | undefined
}

/**
 * The server answered with an error status. Code `http`.
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
export class ApiError extends CallError implements ErrorAnswer {
  override name = 'ApiError'
  declare readonly status: number
  declare readonly type?: string
  declare readonly title?: string
  declare readonly detail?: string
  declare readonly instance?: string
  /** What to give Camunda's support, where the server told it. */
  declare readonly requestId?: string

  constructor(message: string, call: CallInfo, answer: ErrorAnswer) {
    super('http', message, call)
    // Only what there is, so that a printed error has no empty lines.
    for (const [name, value] of Object.entries(answer)) {
      if (value !== undefined) Object.assign(this, { [name]: value })
    }
  }
}

/** Status 429, after the retries that were allowed. */
export class RateLimitedError extends ApiError {
  override name = 'RateLimitedError'
  /** How long the server asks to wait, in milliseconds; undefined when it does not say. */
  declare readonly retryAfterMs?: number

  constructor(message: string, call: CallInfo, answer: ErrorAnswer, retryAfterMs: number | undefined) {
    super(message, call, { ...answer, retryAfterMs } as ErrorAnswer)
  }
}

/** Status 409: somebody else changed it meanwhile, or the name is taken. Read again, then decide. */
export class ConflictError extends ApiError {
  override name = 'ConflictError'
}
