import type { Authenticator } from './authenticator.ts'
import type { RestEvent } from './events.ts'
import type { HeadersOption } from './headers.ts'

/**
 * Sends one request. It is called like `fetch`, must pass `redirect: 'manual'` on, and may return a response without
 * web streams. `throughKy` of `@x/rest/ky` creates one from a ky instance, `throughUndici` of `@x/rest/undici` one from
 * undici.
 */
export type Fetch = (url: string, init: RequestInit) => Promise<FetchResponse>

/** The members of a response that clients read. Every `Response` has them. */
export interface FetchResponse {
  readonly ok: boolean
  readonly status: number
  readonly type?: string | undefined
  readonly redirected?: boolean | undefined
  /** The final URL, if a redirect was followed. */
  readonly url: string
  readonly headers: FetchHeaders
  /** Read if it is a web stream; otherwise `text()` or `arrayBuffer()` is called. `null` if there is no body. */
  readonly body?: object | null | undefined
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

/** The methods of a response's headers that clients call. */
export interface FetchHeaders {
  get(name: string): string | null
  has(name: string): boolean
}

/** The methods of a web stream's reader that clients call. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
  cancel(reason?: unknown): Promise<void>
}

/** When and how often a call is retried. */
export interface RetryOptions {
  /** Number of retries after the first attempt. @defaultValue `2` */
  readonly limit?: number | undefined
  /**
   * Upper bound of the first delay in milliseconds; it doubles with each retry, and the delay is a random part of it.
   * @defaultValue `300`
   */
  readonly baseDelayMs?: number | undefined
  /** Upper bound of delays without `Retry-After`, in milliseconds. @defaultValue `10_000` */
  readonly maxDelayMs?: number | undefined
}

/**
 * How requests and responses are checked. `lenient` accepts unknown members and enumeration values in responses,
 * `strict` rejects them. `off` checks nothing except filters, and keys of fewer than 16 digits stay numbers.
 */
export type ValidationMode = 'lenient' | 'strict' | 'off'

/** Options of every API client. */
export interface ClientOptions {
  /** Returns the headers that authenticate each request, see `@x/auth`. */
  readonly auth: Authenticator
  /** Address of the API: absolute, http(s), without credentials, query or fragment. */
  readonly baseUrl?: string | URL | undefined
  /** Audience of the token; undefined if the server expects none. */
  readonly audience?: string | undefined
  /**
   * Sends each request. The global one is looked up at call time, so tests and frameworks can replace it. @defaultValue
   * `globalThis.fetch`
   */
  readonly fetch?: Fetch | undefined
  /**
   * Time limit of one call, including all attempts and the response's body, in milliseconds: greater than 0 and at most
   * 2147483647, or `Infinity` for no limit. @defaultValue `30_000`
   */
  readonly timeoutMs?: number | undefined
  /**
   * Size limit of a response, decompressed, in bytes; a larger one throws a `MalformedResponseError`. `Infinity` for no
   * limit.
   * @defaultValue `67_108_864` (64 MiB)
   */
  readonly maxResponseBytes?: number | undefined
  /** When and how often calls are retried that are safe to repeat; `false` for no retries. */
  readonly retry?: RetryOptions | false | undefined
  /** @defaultValue `'lenient'` */
  readonly validate?: ValidationMode | undefined
  /** Sent as `user-agent`, except in browsers, where it would cause a preflight that fails. */
  readonly userAgent?: string | undefined
  /** Called with each step of a call. Events contain no token. What the listener returns or throws is ignored. */
  readonly onEvent?: ((event: RestEvent) => void) | undefined
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined
  /** Overrides the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined
  /** Overrides the client's `retry`. */
  readonly retry?: RetryOptions | false | undefined
  /** Added to the request. Headers of the authenticator take precedence. */
  readonly headers?: HeadersOption | undefined
}

/** Options of a read whose data lags behind writes. */
export interface ReadOptions<Response> extends CallOptions {
  /**
   * Repeats the read until the data is there: `true` until something is found, or a function that returns whether the
   * response is the expected one. Throws a `NotYetError` if it is not there in time.
   */
  readonly waitFor?: true | ((response: Response) => boolean) | undefined
  /**
   * How long `waitFor` waits, in milliseconds; the last read may take one more second. `0` reads once, with the time
   * limit of the call. @defaultValue `10_000`
   */
  readonly waitForMs?: number | undefined
}

/** Options of an operation that changes everything its filter matches. */
export interface BulkOptions extends CallOptions {
  /** Must be true if the filter is empty, which changes everything. */
  readonly everything?: boolean | undefined
}

/** The options of any operation. */
export interface AnyOptions extends ReadOptions<never>, BulkOptions {}
