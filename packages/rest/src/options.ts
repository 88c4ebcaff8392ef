import type { Authenticator } from './authenticator.ts'
import type { RestEvent } from './events.ts'

/** Sends one request, called as `fetch` is. `throughKy` of `@x/rest/ky` makes one of a ky instance. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** When and how often a call is tried again. */
export interface RetryOptions {
  /** Tries after the first. @defaultValue `2` */
  readonly limit?: number | undefined
  /** Upper bound of the first wait in milliseconds; it doubles with each try, and the wait is a random part of it. @defaultValue `300` */
  readonly baseDelayMs?: number | undefined
  /** Upper bound of any wait that the server did not ask for, in milliseconds. @defaultValue `10_000` */
  readonly maxDelayMs?: number | undefined
}

/**
 * How answers and requests are checked. `lenient`: unknown members and new values of enumerations pass. `strict`: they
 * do not. `off`: nothing is checked, and short keys stay numbers.
 */
export type ValidationMode = 'lenient' | 'strict' | 'off'

/** Options that all API clients take. */
export interface ClientOptions {
  /** Gives the headers of each request, see `@x/auth`. */
  readonly auth: Authenticator
  /** Address of the API: absolute, http(s), without credentials, query or fragment. */
  readonly baseUrl?: string | URL | undefined
  /** Whom the token is for; undefined where the server wants no audience. */
  readonly audience?: string | undefined
  /** Sends each request. The global is looked up at call time, so tests and frameworks may replace it. @defaultValue `globalThis.fetch` */
  readonly fetch?: Fetch | undefined
  /** Time allowed for one call, all tries and the answer's body included, in milliseconds; `Infinity` for none. @defaultValue `30_000` */
  readonly timeoutMs?: number | undefined
  /** Only what is safe to repeat is repeated. `false`: nothing is. */
  readonly retry?: RetryOptions | false | undefined
  /** @defaultValue `'lenient'` */
  readonly validate?: ValidationMode | undefined
  /** Sent as `user-agent`, except in browsers, where it would cost a preflight that fails. */
  readonly userAgent?: string | undefined
  /** Told about each step of a call, never with a token in it; its result and its exceptions are ignored. */
  readonly onEvent?: ((event: RestEvent) => void) | undefined
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined
  /** Instead of the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined
  /** Instead of the client's `retry`. */
  readonly retry?: RetryOptions | false | undefined
  /** Added to the request. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}
