import { AuthError } from './errors.ts'
import type { TokenEvent } from './events.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'
import { memoryStorage } from './storage/memory.ts'
import type { TokenStorage } from './storage/storage.ts'

/** Options of `createOAuth`. Further members, such as those of credentials from `@x/env`, are ignored. */
export interface OAuthOptions {
  /** OAuth token endpoint. Must be `https:` unless the host is loopback. */
  readonly tokenUrl: URL | string
  readonly clientId: string
  readonly clientSecret: string | RevealableSecret
  /** Scopes to ask for, separated by spaces; left out of the request when not set. */
  readonly scope?: string | undefined
  /** Where tokens are kept and shared. @defaultValue a new `memoryStorage()` */
  readonly storage?: TokenStorage | undefined
  /** Looked up at call time, so that tests and frameworks may replace the global. @defaultValue `globalThis.fetch` */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Longest time a call waits for a token, retries and queueing included, in milliseconds. @defaultValue `30_000` */
  readonly timeoutMs?: number | undefined
  /**
   * Renew in the background once less than this is left, in milliseconds; at most a tenth of the token's lifetime.
   * Each process takes a little less, so that a fleet does not renew in step. @defaultValue `60_000`
   */
  readonly refreshAheadMs?: number | undefined
  /**
   * Least time between two token requests to one token URL from everything that shares the storage, in milliseconds.
   * @defaultValue `1000`, which is what Camunda 8 SaaS grants to one IP address
   */
  readonly minTokenIntervalMs?: number | undefined
  /** Told about each event, never with a secret or token in it. Its result and its exceptions are ignored. */
  readonly onEvent?: ((event: TokenEvent) => void) | undefined
  /**
   * How the client proves who it is: in the body, as all of Camunda's own clients do, or in a Basic header.
   * @defaultValue `'client_secret_post'`
   * @see [RFC 6749 section 2.3.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-2.3.1)
   */
  readonly clientAuthentication?: 'client_secret_post' | 'client_secret_basic' | undefined
}

/** The options, checked and with defaults. */
export interface Settings {
  readonly tokenUrl: string
  readonly clientId: string
  readonly secret: () => string
  readonly scope: string | undefined
  readonly storage: TokenStorage
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly now: () => number
  readonly timeoutMs: number
  readonly refreshAheadMs: number
  readonly minTokenIntervalMs: number
  readonly emit: (event: TokenEvent) => void
  readonly basic: boolean
}

/** Checks the options once. @throws AuthError `config_invalid`, which names the option and never shows its value. */
export function readOptions(options: OAuthOptions): Settings {
  check(options, 'options are missing')
  const { clientId, clientSecret, scope, onEvent, now = () => Date.now(), storage = memoryStorage({ now }) } = options
  const { timeoutMs = 30_000, refreshAheadMs = 60_000, minTokenIntervalMs = 1000, clientAuthentication } = options
  const secret = (): string => revealText(clientSecret, 'createOAuth: clientSecret')

  secret()
  check(scope === undefined || typeof scope === 'string', 'scope must be text')
  check(typeof storage.share === 'function', 'storage must be made by defineStorage()')
  check(/^(client_secret_(post|basic)|undefined)$/.test(`${clientAuthentication}`), 'clientAuthentication is unknown')
  for (const [name, ms] of Object.entries({ timeoutMs, refreshAheadMs, minTokenIntervalMs })) {
    // Timers count in 31 bits.
    check(ms >= 0 && ms < 2 ** 31, `${name} must be a number of milliseconds`)
  }
  return {
    tokenUrl: readTokenUrl(`${options.tokenUrl}`),
    clientId: revealText(clientId, 'createOAuth: clientId'),
    secret,
    scope,
    storage,
    fetch: (url, init) => (options.fetch ?? globalThis.fetch)(url, init),
    now,
    timeoutMs,
    refreshAheadMs,
    minTokenIntervalMs,
    // Async, so that neither an exception nor a rejected promise of the listener comes back to us.
    emit: (event) => void (async () => onEvent?.(event))().catch(() => {}),
    basic: clientAuthentication === 'client_secret_basic',
  }
}

function readTokenUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  // After parsing, the host is in lower case and an address in its usual form.
  const isSafe = /^(https:|http:\/\/(([^/@]+\.)?localhost|127\.[\d.]+|\[::1\])[:/])/.test(url?.href ?? '')
  check(url && isSafe && !/\s/.test(text), 'tokenUrl must be an https URL, or http on a loopback host')
  check(!url.username && !url.password, 'tokenUrl must not hold a password')
  // Some configurations end the same URL with a slash.
  return url.href.replace(/\/*(#.*)?$/, '')
}

/** @throws AuthError `config_invalid` unless `valid`. */
export function check(valid: unknown, problem: string): asserts valid {
  if (!valid) throw new AuthError('config_invalid', `createOAuth: ${problem}.`)
}
