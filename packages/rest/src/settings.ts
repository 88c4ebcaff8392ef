import type { ApiError } from './api-error.ts'
import type { BinaryResponse } from './api-types.ts'
import { checkBaseUrl } from './base-url.ts'
import type { BinaryBody } from './binary-response.ts'
import { RestError } from './errors.ts'
import type { RestEvent } from './events.ts'
import { isSendable } from './headers.ts'
import type { CallOptions, ClientOptions, FetchResponse, RetryOptions } from './options.ts'
import type { RetryPolicy } from './retry.ts'
import { longestTimer, sleep } from './sleep.ts'

export interface TransportOptions extends Omit<ClientOptions, 'validate' | 'baseUrl'> {
  /** Name of the API for messages, such as `Operate`. */
  readonly api: string
  /** Base address; each route's path is appended. */
  readonly baseUrl: string | URL
  /** Parses the JSON of a response. @defaultValue `parseJson`: integers of 16 digits or more are text */
  readonly parseJson?: ((text: string) => unknown) | undefined
  /** Writes a multipart body: `toFormData`, for APIs that have one. */
  readonly writeForm?: ((form: object, operation: string) => FormData) | undefined
  /** Reads a binary response: `toBinaryResponse`, for APIs that have one. */
  readonly readBytes?: ((response: FetchResponse, call: BinaryBody) => Promise<BinaryResponse>) | undefined
  /** Returns a hint for the message of an error, for example that this server no longer has this API. Must not vary by call. */
  readonly explain?: ((error: ApiError) => string | undefined) | undefined
  /** Returns true for a 404 of a server that does not have the operation at all; the error is then a `NotServedError`. */
  readonly isNotServed?: ((error: ApiError) => boolean) | undefined
  /** Current time in milliseconds. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Returns a number from 0 to 1 for the jitter. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
  /** Waits before a retry, and rejects with the signal's reason when it aborts. @defaultValue a timer */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined
}

/** The options of a transport, checked once and with their defaults. */
export interface Settings extends TransportOptions {
  /** Without a trailing slash. */
  readonly baseUrl: string
  readonly timeoutMs: number
  readonly maxResponseBytes: number
  readonly policy: RetryPolicy
  readonly emit: ((event: RestEvent) => void) | undefined
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** @throws {@link RestError} with code `config_invalid` that names the option. */
export function readSettings(options: TransportOptions): Settings {
  const { auth, onEvent, userAgent = '', timeoutMs = 30_000, maxResponseBytes = 64 * 2 ** 20 } = options
  expect(typeof auth?.headers === 'function', 'auth', 'an authenticator, for example one of @x/auth')
  for (const name of ['fetch', 'onEvent'] as const) {
    expect(/^(undefined|function)$/.test(typeof options[name]), name, 'a function')
  }
  expect(/^(undefined|string)$/.test(typeof options.audience), 'audience', 'a string')
  expect(typeof userAgent === 'string' && isSendable(userAgent), 'userAgent', 'a string that can be sent as a header')
  expect(typeof maxResponseBytes === 'number' && maxResponseBytes >= 1, 'maxResponseBytes', '1 or more, or Infinity')
  return {
    ...options,
    baseUrl: checkBaseUrl(options.baseUrl),
    timeoutMs: checkTimeout(timeoutMs),
    maxResponseBytes,
    policy: checkRetry(options.retry),
    emit: onEvent && quietly(onEvent),
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleep,
  }
}

/** Checks the options of one call, except its headers. @throws {@link RestError} with code `config_invalid`. */
export function readCallOptions(
  settings: Settings,
  options: CallOptions,
): Pick<Settings, 'timeoutMs' | 'policy'> & Pick<CallOptions, 'signal'> {
  expect(isObject(options), 'options', 'an object')
  const { signal, timeoutMs, retry } = options
  expect(signal === undefined || typeof signal?.addEventListener === 'function', 'signal', 'an AbortSignal')
  return {
    signal,
    timeoutMs: timeoutMs === undefined ? settings.timeoutMs : checkTimeout(timeoutMs),
    policy: retry === undefined ? settings.policy : checkRetry(retry),
  }
}

function checkTimeout(timeoutMs: number): number {
  const valid = timeoutMs === Infinity || (isDelay(timeoutMs) && timeoutMs > 0)
  expect(valid, 'timeoutMs', `greater than 0 and at most ${longestTimer}, or Infinity`)
  return timeoutMs
}

/** Fills in the defaults. */
function checkRetry(retry: RetryOptions | false = {}): RetryPolicy {
  expect(retry === false || isObject(retry), 'retry', 'false or an object')
  const { limit = 2, baseDelayMs = 300, maxDelayMs = 10_000 } = retry || { limit: 0 }
  expect(Number.isInteger(limit) && limit >= 0, 'retry.limit', 'a whole number, 0 or greater')
  for (const [name, ms] of Object.entries({ baseDelayMs, maxDelayMs })) {
    expect(isDelay(ms), `retry.${name}`, `0 to ${longestTimer}`)
  }
  return { limit, baseDelayMs, maxDelayMs }
}

function isDelay(ms: unknown): boolean {
  return typeof ms === 'number' && ms >= 0 && ms <= longestTimer
}

function isObject(value: unknown): boolean {
  return Object(value) === value
}

function expect(valid: boolean, option: string, expected: string): void {
  if (!valid) throw new RestError('config_invalid', `\`${option}\` must be ${expected}`)
}

function quietly(onEvent: (event: RestEvent) => void): (event: RestEvent) => void {
  return (event) => {
    try {
      onEvent(event)
    } catch {
      // A failing listener must not break the call.
    }
  }
}
