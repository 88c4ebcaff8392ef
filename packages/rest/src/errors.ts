/** Every code an error of this package can carry. Codes are stable; messages are not. */
export type RestErrorCode =
  | 'config_invalid' // an option is missing or malformed; nothing was sent
  | 'request_invalid' // what the caller passed does not fit the operation; nothing was sent
  | 'http' // the server answered, and not with success
  | 'response_malformed' // success without a readable answer: HTML from a proxy, broken JSON
  | 'response_invalid' // readable, but not what the operation promises
  | 'network' // no answer, or it broke off
  | 'timeout' // not done within `timeoutMs`

/**
 * Base of all errors thrown by the API clients. A caller's abort is not one of them: it rejects with the signal's own
 * `reason`. Messages hold no keys, addresses or values, so that error reporters group them; these are in the properties.
 */
export class RestError extends Error {
  override name = 'RestError' // spelled out: minifiers rename `constructor.name`
  /** Survives two copies of this package, where `instanceof` does not. */
  readonly isRestError: true = true
  readonly code: RestErrorCode

  constructor(code: RestErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Which call an error belongs to. */
export interface CallInfo {
  /** Operation id, for example `clusters.get`. */
  readonly operation: string
  readonly method: string
  /** Address without query. */
  readonly url: string
}

/** An error of a call that was sent, or was about to be. */
export class CallError extends RestError implements CallInfo {
  override name = 'CallError'
  declare readonly operation: string
  declare readonly method: string
  declare readonly url: string

  constructor(code: RestErrorCode, message: string, call: CallInfo, options?: ErrorOptions) {
    super(code, message, options)
    Object.assign(this, call)
  }
}

/** No answer came, or it broke off. `cause` is the runtime's own error. Code `network`. */
export class NetworkError extends CallError {
  override name = 'NetworkError'

  constructor(message: string, call: CallInfo, options?: ErrorOptions) {
    super('network', message, call, options)
  }
}

/** The call, with all its tries and the body of the answer, was not done within `timeoutMs`. Code `timeout`. */
export class TimeoutError extends CallError {
  override name = 'TimeoutError'
  readonly timeoutMs: number

  constructor(message: string, call: CallInfo, timeoutMs: number) {
    super('timeout', message, call)
    this.timeoutMs = timeoutMs
  }
}

/** The server reports success, but what it sent cannot be read: a proxy's HTML page, broken JSON. Code `response_malformed`. */
export class MalformedResponseError extends CallError {
  override name = 'MalformedResponseError'
  declare readonly status: number
  declare readonly contentType: string

  constructor(message: string, call: CallInfo, answer: { readonly status: number; readonly contentType: string }) {
    super('response_malformed', message, call)
    Object.assign(this, answer)
  }
}
