import type { Authenticator } from './authenticator.ts'
import type { RestEvent } from './events.ts'
import type { HeadersOption } from './headers.ts'

/**
 * Sends one request. It is called like `fetch`, must pass `redirect: 'manual'` on, and may return a response without web
 * streams. `throughKy` of `@x/rest/ky` makes one from a ky instance, `throughUndici` of `@x/rest/undici` one from undici.
 */
export type Fetch = (url: string, init: RequestInit) => Promise<FetchResponse>

/** What is read of a response. Every `Response` has it. */
export interface FetchResponse {
  readonly ok: boolean
  readonly status: number
  readonly type?: string | undefined
  readonly redirected?: boolean | undefined
  /** Of the response to a redirect that was followed. */
  readonly url: string
  readonly headers: FetchHeaders
  /** Read if it has the reader of a web stream; otherwise `text()` is, or `arrayBuffer()`. `null` for none. */
  readonly body?: object | null | undefined
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What is read of a response's headers. */
export interface FetchHeaders {
  get(name: string): string | null
  has(name: string): boolean
}

/** What is read of a web stream's reader. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
  cancel(reason?: unknown): Promise<void>
}

/** When and how often a call is retried. */
export interface RetryOptions {
  /** Tries after the first. @defaultValue `2` */
  readonly limit?: number | undefined
  /** Upper bound of the first delay in milliseconds; it doubles with each try, and the delay is a random part of it. @defaultValue `300` */
  readonly baseDelayMs?: number | undefined
  /** Upper bound of any delay that the server did not ask for, in milliseconds. @defaultValue `10_000` */
  readonly maxDelayMs?: number | undefined
}

/**
 * How requests and responses are checked. `lenient`: unknown members and enumeration values of a response pass. `strict`:
 * they do not. `off`: nothing is checked except filters, and short keys stay numbers.
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
  /** Sends each request. The global is looked up at call time, so tests and frameworks may replace it. @defaultValue `globalThis.fetch` */
  readonly fetch?: Fetch | undefined
  /**
   * Time limit of one call, all tries and the response's body included, in milliseconds: greater than 0 and at most
   * 2147483647, or `Infinity` for none. @defaultValue `30_000`
   */
  readonly timeoutMs?: number | undefined
  /**
   * Size limit of a response, decompressed, in bytes; a larger one is a `MalformedResponseError`. `Infinity` for none.
   * @defaultValue `67_108_864` (64 MiB)
   */
  readonly maxResponseBytes?: number | undefined
  /** Only what is safe to repeat is retried. `false`: nothing is. */
  readonly retry?: RetryOptions | false | undefined
  /** @defaultValue `'lenient'` */
  readonly validate?: ValidationMode | undefined
  /** Sent as `user-agent`, except in browsers, where it would cost a preflight that fails. */
  readonly userAgent?: string | undefined
  /** Called with each step of a call, never with a token in it; its result and its exceptions are ignored. */
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
  /** Added to the request; those of the authenticator win. */
  readonly headers?: HeadersOption | undefined
}

/** Options of a read whose data lags behind what was written. */
export interface ReadOptions<Response> extends CallOptions {
  /**
   * Repeats the read until its data is there: `true` until something is found, or a function that returns whether the
   * response is the one. A `NotYetError` if it is not there in time.
   */
  readonly waitFor?: true | ((response: Response) => boolean) | undefined
  /** How long `waitFor` waits, in milliseconds; a read that is under way then still ends. @defaultValue `10_000` */
  readonly waitForMs?: number | undefined
}

/** Options of an operation that changes all that its filter matches. */
export interface BulkOptions extends CallOptions {
  /** Has to be true where the filter is empty, so that everything is changed. */
  readonly everything?: boolean | undefined
}

/** The options of any operation. */
export interface AnyOptions extends ReadOptions<never>, BulkOptions {}
