import { check as checkArgument, readNow } from './check.ts'
import type { ClientAssertion } from './client-assertion.ts'
import { AuthError } from './errors.ts'
import type { TokenEvent } from './events.ts'
import { readSafeUrl } from './safe-url.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'
import { memoryStorage } from './storage/memory.ts'
import type { StorageDriver, TokenStorage } from './storage/storage.ts'

/** Options of `createOAuth`. Further members, such as those of credentials from `@x/env`, are ignored. */
export interface OAuthOptions {
  /** OAuth token endpoint, requested as it is given. Must be `https:` unless the host is loopback. */
  readonly tokenUrl: URL | string
  /**
   * Allows an `http:` token URL on a host that is not loopback, such as a Keycloak inside a private network. Everybody on
   * the way can then read the client secret and the tokens. @defaultValue `false`
   */
  readonly dangerouslyAllowInsecureTokenUrl?: boolean | undefined
  readonly clientId: string
  /** Needed unless `clientAuthentication` is an assertion. */
  readonly clientSecret?: string | RevealableSecret | undefined
  /** Scopes to ask for, separated by spaces; left out of the request when not set. */
  readonly scope?: string | undefined
  /**
   * The API that the tokens are for, as an absolute URI; left out of the request when not set.
   * @see [RFC 8707](https://www.rfc-editor.org/rfc/rfc8707.html)
   */
  readonly resource?: string | undefined
  /**
   * Where tokens are kept and shared: what a factory under `@x/auth/storage` made, or any object with `get`, `set` and
   * `delete`, and `lock` where it can. What such an object gets to see is sealed too. @defaultValue a new `memoryStorage()`
   */
  readonly storage?: TokenStorage | StorageDriver | undefined
  /**
   * Sends token requests, and what is sent by the `fetch` of the result. Looked up at call time, so that tests and
   * frameworks may replace the global. @defaultValue `globalThis.fetch`
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /**
   * Longest time a call waits for a token, retries and queueing included, in milliseconds; `Infinity` for no limit. At most
   * a quarter of it is spent on the storage. @defaultValue `30_000`
   */
  readonly timeoutMs?: number | undefined
  /**
   * Renew in the background once less than this is left, in milliseconds; at most a tenth of the token's lifetime.
   * Each process takes a little less, so that a fleet does not renew in step. @defaultValue `60_000`
   */
  readonly refreshAheadMs?: number | undefined
  /**
   * Least time between two token requests to one token URL, in milliseconds: from this process, and from everything that
   * shares the storage.
   * @defaultValue `1000`, which is what Camunda 8 SaaS grants to one IP address
   */
  readonly minTokenIntervalMs?: number | undefined
  /** Called with each event, never with a secret or token in it. Its result and its exceptions are ignored. */
  readonly onEvent?: ((event: TokenEvent) => void) | undefined
  /**
   * How the client proves who it is: by its secret in the body, as Camunda's own clients do, or in a Basic header; or by
   * an assertion in place of a secret, see `privateKeyJwt` of `@x/auth/private-key-jwt`.
   * @defaultValue `'client_secret_post'`
   * @see [RFC 6749 section 2.3.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-2.3.1)
   */
  readonly clientAuthentication?: 'client_secret_post' | 'client_secret_basic' | ClientAssertion | undefined
}

/** The options, checked and with defaults. */
export interface Settings {
  readonly tokenUrl: string
  /** The token URL for comparisons: some configurations end the same URL with a slash. */
  readonly tokenKey: string
  readonly clientId: string
  readonly scope: string | undefined
  readonly resource: string | undefined
  readonly authentication: 'client_secret_post' | 'client_secret_basic' | 'assertion'
  /** What only holders of the credential know. */
  readonly secret: () => Promise<string>
  /** What is sent to prove that: the secret, or an assertion. */
  readonly proof: () => Promise<string>
  readonly storage: TokenStorage | StorageDriver
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly now: () => number
  readonly timeoutMs: number
  readonly refreshAheadMs: number
  readonly minTokenIntervalMs: number
  readonly emit: (event: TokenEvent) => void
}

const isFunction = (value: unknown): boolean => typeof value === 'function'

/** Checks the options once. @throws AuthError `config_invalid`, which names the option and never shows its value. */
export function readOptions(options: OAuthOptions): Settings {
  const now = readNow(options, 'createOAuth')
  const { scope, resource, onEvent, storage = memoryStorage({ now }) } = options
  const { clientAuthentication: given = 'client_secret_post' } = options
  const { timeoutMs = 30_000, refreshAheadMs = 60_000, minTokenIntervalMs = 1000 } = options
  const times = { timeoutMs, refreshAheadMs, minTokenIntervalMs }
  const clientId = revealText(options.clientId, 'createOAuth: clientId')
  const tokenUrl = readSafeUrl(
    options.tokenUrl,
    'createOAuth: tokenUrl',
    options.dangerouslyAllowInsecureTokenUrl === true,
    '`dangerouslyAllowInsecureTokenUrl: true` allows http: the client secret',
  )
  const clientSecret = (): string => revealText(options.clientSecret, 'createOAuth: clientSecret')
  const isSecret = given === 'client_secret_post' || given === 'client_secret_basic'
  const client: ClientAssertion = isSecret ? { assertion: clientSecret, secret: clientSecret } : given

  if (isSecret) clientSecret()
  check([client?.assertion, client?.secret].every(isFunction), 'clientAuthentication is unknown')
  check(typeof (scope ?? '') === 'string', 'scope must be text')
  check(resource === undefined || /^\w[^\s:]*:[^\s#]+$/.test(resource), 'resource must be an absolute URI')
  check([storage?.get, storage?.set, storage?.delete].every(isFunction), 'storage must have get, set and delete')
  for (const [name, ms] of Object.entries(times)) {
    // Timers count in 31 bits.
    const isTime = typeof ms === 'number' && ms >= 0 && (ms < 2 ** 31 || (name === 'timeoutMs' && ms === 1 / 0))
    check(isTime, `${name} must be a number of milliseconds`)
  }
  return {
    ...times,
    tokenUrl,
    tokenKey: tokenUrl.replace(/\/+$/, ''),
    clientId,
    scope,
    resource,
    authentication: isSecret ? given : 'assertion',
    secret: () => ask(() => client.secret()),
    proof: () => ask(() => client.assertion({ tokenUrl, clientId, now: now() })),
    storage,
    fetch: (url, init) => (options.fetch ?? globalThis.fetch)(url, init),
    now,
    // Async, so that neither an exception nor a rejected promise of the listener comes back to us.
    emit: (event) => void (async () => onEvent?.(event))().catch(() => {}),
  }
}

/** Runs foreign code that handles keys: its error may hold them, so only its code or name is reported. */
async function ask(give: () => string | Promise<string>): Promise<string> {
  try {
    return revealText(await give(), 'createOAuth: clientAuthentication')
  } catch (error) {
    const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
    check(error instanceof AuthError, `clientAuthentication failed (${code ?? name})`)
    throw error
  }
}

/** @throws AuthError `config_invalid` unless `valid`. */
export function check(valid: unknown, problem: string): asserts valid {
  checkArgument(valid, `createOAuth: ${problem}`)
}
