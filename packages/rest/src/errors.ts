/** Every code an error of this package can carry. Codes are stable; messages are not. */
export type RestErrorCode =
  | 'config_invalid' // an option is missing or malformed; nothing was sent
  | 'request_invalid' // an argument does not fit the operation; nothing was sent
  | 'http' // the server responded with an error status or a redirect
  | 'response_malformed' // a success status, but unreadable: HTML from a proxy, broken JSON, too large
  | 'response_invalid' // readable, but not what the operation returns
  | 'network' // no response, or the connection broke off
  | 'timeout' // not completed within `timeoutMs`
  | 'not_yet' // the data that `waitFor` waits for was not there within `waitForMs`

/**
 * Base class of all errors that API clients throw, except a caller's abort, which rejects with the signal's own
 * `reason`. Messages contain no keys, addresses or values, so that error reporters can group them; those are in
 * properties.
 */
export class RestError extends Error {
  override name = 'RestError' // a literal: minifiers rename `constructor.name`
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
  readonly isRestError: true = true
  readonly code: RestErrorCode

  constructor(code: RestErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Rejects an invalid option of a client or a call.
 *
 * @param expected - What it must be, as the end of the message.
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function expectOption(valid: unknown, option: string, expected: string): asserts valid {
  if (!valid) throw new RestError('config_invalid', `\`${option}\` must be ${expected}`)
}

/** The call that an error belongs to. */
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

  /** @param details - Become properties of the error, without those that are undefined. */
  constructor(code: RestErrorCode, message: string, call: CallInfo, details: object = {}) {
    super(code, message)
    const defined = Object.entries(details).filter(([, value]) => value !== undefined)
    Object.assign(this, call, Object.fromEntries(defined))
  }
}

/** What the runtime reported, as text: its own error may contain what was sent and received. */
export interface FailureReason {
  /** The messages of the runtime's error and of its causes, without query strings and secrets. */
  readonly reason: string
  /** For example `ECONNREFUSED`, `ENOTFOUND` or `ERR_SSL_WRONG_VERSION_NUMBER`, on runtimes with such codes. */
  readonly reasonCode?: string | undefined
}

/** There was no response, or the connection broke off. Code `network`. */
export class NetworkError extends CallError implements FailureReason {
  override name = 'NetworkError'
  declare readonly reason: string
  declare readonly reasonCode?: string

  constructor(message: string, call: CallInfo, reason: FailureReason) {
    super('network', message, call, reason)
  }
}

/**
 * The call, including all attempts and the body of the response, did not complete within `timeoutMs`. Code `timeout`.
 */
export class TimeoutError extends CallError {
  override name = 'TimeoutError'
  declare readonly timeoutMs: number

  constructor(message: string, call: CallInfo, timeoutMs: number) {
    super('timeout', message, call, { timeoutMs })
  }
}

/**
 * The status is success, but the response cannot be read: a proxy's HTML page, broken JSON, more than
 * `maxResponseBytes`. Code `response_malformed`.
 */
export class MalformedResponseError extends CallError {
  override name = 'MalformedResponseError'
  declare readonly status: number
  declare readonly contentType: string

  constructor(message: string, call: CallInfo, response: { readonly status: number; readonly contentType: string }) {
    super('response_malformed', message, call, response)
  }
}
