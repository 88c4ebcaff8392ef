import type { ApiError } from './api-error.ts'
import { checkBaseUrl } from './base-url.ts'
import type { Check } from './check.ts'
import { RestError } from './errors.ts'
import type { RestEvent } from './events.ts'
import type { ClientOptions, RetryOptions } from './options.ts'
import type { RetryPolicy } from './retry.ts'
import { sleep } from './sleep.ts'

export interface TransportOptions extends Omit<ClientOptions, 'validate' | 'baseUrl'> {
  /** Name of the API, for messages: `Operate`. */
  readonly api: string
  /** Address that all paths of the routes are below of. */
  readonly baseUrl: string | URL
  /** Checks what goes out and what comes in; see `createCheck` of `@x/rest/validation`. */
  readonly check?: Check | undefined
  /** A hint for the message of an error, such as that this server no longer has this API. Always the same words, please. */
  readonly explain?: ((error: ApiError) => string | undefined) | undefined
  /** Current time in milliseconds. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Where the jitter comes from: a number from 0 to 1. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
  /** Waits before a retry, and rejects with the signal's reason when it aborts. @defaultValue a timer */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined
}

/** The options of a transport, checked once and with their defaults. */
export interface Settings extends TransportOptions {
  /** Without a trailing slash. */
  readonly baseUrl: string
  readonly timeoutMs: number
  readonly policy: RetryPolicy
  readonly emit: ((event: RestEvent) => void) | undefined
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** @throws {@link RestError} with code `config_invalid` that names the option. */
export function readSettings(options: TransportOptions): Settings {
  const { auth, onEvent } = options
  if (typeof auth?.headers !== 'function') refuse('`auth` has to be an authenticator, for example one of @x/auth')
  return {
    ...options,
    baseUrl: checkBaseUrl(options.baseUrl),
    timeoutMs: checkTimeout(options.timeoutMs ?? 30_000),
    policy: checkRetry(options.retry),
    emit: onEvent && quietly(onEvent),
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleep,
  }
}

/** @throws {@link RestError} with code `config_invalid`. */
export function checkTimeout(timeoutMs: number): number {
  if (!(timeoutMs > 0)) refuse('`timeoutMs` has to be more than 0 milliseconds')
  return timeoutMs
}

/** Fills in the defaults. @throws {@link RestError} with code `config_invalid`. */
export function checkRetry(retry: RetryOptions | false = {}): RetryPolicy {
  const { limit = 2, baseDelayMs = 300, maxDelayMs = 10_000 } = retry || { limit: 0 }
  if (!Number.isInteger(limit) || limit < 0) refuse('`retry.limit` has to be a whole number, 0 or more')
  if (!(baseDelayMs >= 0 && maxDelayMs >= 0)) {
    refuse('`retry.baseDelayMs` and `retry.maxDelayMs` have to be 0 milliseconds or more')
  }
  return { limit, baseDelayMs, maxDelayMs }
}

function refuse(message: string): never {
  throw new RestError('config_invalid', message)
}

function quietly(onEvent: (event: RestEvent) => void): (event: RestEvent) => void {
  return (event) => {
    try {
      onEvent(event)
    } catch {
      // A listener's trouble is not the call's.
    }
  }
}
