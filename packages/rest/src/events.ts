import type { CallInfo } from './errors.ts'

interface Step extends CallInfo {
  /** 1 for the first attempt. */
  readonly attempt: number
}

/** An attempt is about to be sent. */
export interface RequestEvent extends Step {
  readonly type: 'request'
}

/** The headers of a response have arrived. */
export interface ResponseEvent extends Step {
  readonly type: 'response'
  readonly status: number
  /** Time since this attempt was sent, in milliseconds. */
  readonly durationMs: number
}

/** The call waits `waitMs` for its turn under the client's rate limit, before it is sent. */
export interface PacedEvent extends Step {
  readonly type: 'paced'
  readonly waitMs: number
}

/** The call is retried after `delayMs`. */
export interface RetryEvent extends Step {
  readonly type: 'retry'
  /** Status of the response; undefined if there was none. */
  readonly status?: number | undefined
  readonly delayMs: number
}

/** The server responded with 401 to the headers of the authenticator. */
export interface AuthRefusedEvent extends Step {
  readonly type: 'auth_refused'
  /** Whether the authenticator has new headers and the call is retried once. */
  readonly renewed: boolean
}

/** The call failed permanently; it rejects with the same `error`. */
export interface ErrorEvent extends Step {
  readonly type: 'error'
  readonly error: unknown
  /** Time since the call began, in milliseconds. */
  readonly durationMs: number
}

/** A step of a call. Addresses have no query, and events contain no headers. */
export type RestEvent = PacedEvent | RequestEvent | ResponseEvent | RetryEvent | AuthRefusedEvent | ErrorEvent

/** Returns a listener that never throws. */
export function quietly(onEvent: (event: RestEvent) => void): (event: RestEvent) => void {
  return (event) => {
    try {
      onEvent(event)
    } catch {
      // A failing listener must not break the call.
    }
  }
}
