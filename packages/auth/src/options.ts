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
  /** OAuth token endpoint, requested exactly as given. Must be `https:` unless the host is loopback. */
  readonly tokenUrl: URL | string
  /**
   * Allows an `http:` token URL on a host that is not loopback, such as a Keycloak in a private network. Anyone on that
   * network can then read the client secret and the tokens. @defaultValue `false`
   */
  readonly dangerouslyAllowInsecureTokenUrl?: boolean | undefined
  readonly clientId: string
  /** Required unless `clientAuthentication` is an assertion. */
  readonly clientSecret?: string | RevealableSecret | undefined
  /** Scopes to request, separated by spaces. Not sent if not set. */
  readonly scope?: string | undefined
  /**
   * The API that the tokens are for, as an absolute URI. Not sent if not set.
   * @see [RFC 8707](https://www.rfc-editor.org/rfc/rfc8707.html)
   */
  readonly resource?: string | undefined
  /**
   * Where tokens are stored and shared: a storage of `@x/auth/storage`, or any object with `get`, `set`, `delete` and
   * optionally `lock`. Such an object gets encrypted records only. @defaultValue a new `memoryStorage()`
   */
  readonly storage?: TokenStorage | StorageDriver | undefined
  /**
   * Sends token requests and the requests of `auth.fetch`. The global one is looked up at call time, so tests and
   * frameworks can replace it. @defaultValue `globalThis.fetch`
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /**
   * How long a call waits for a token at most, including retries and queueing, in milliseconds; `Infinity` for no
   * limit. At most a quarter of it is spent on the storage. @defaultValue `30_000`
   */
  readonly timeoutMs?: number | undefined
  /**
   * How long before it expires a token is renewed in the background, in milliseconds; at most a tenth of its lifetime.
   * Each process uses 60 to 100 % of it, so that a fleet does not renew all at once. @defaultValue `60_000`
   */
  readonly refreshAheadMs?: number | undefined
  /**
   * Minimum time between two requests to one token URL, in milliseconds, across this process and everything that shares
   * the storage.
   * @defaultValue `1000`, the rate that Camunda 8 SaaS allows per IP address
   */
  readonly minTokenIntervalMs?: number | undefined
  /** Called with each event. Events contain no secret or token. What the listener returns or throws is ignored. */
  readonly onEvent?: ((event: TokenEvent) => void) | undefined
  /**
   * How the client authenticates: with its secret in the body, as Camunda's own clients do, or in a Basic header; or
   * with an assertion instead of a secret, see `privateKeyJwt` of `@x/auth/private-key-jwt`.
   * @defaultValue `'client_secret_post'`
   * @see [RFC 6749 section 2.3.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-2.3.1)
   */
  readonly clientAuthentication?: 'client_secret_post' | 'client_secret_basic' | ClientAssertion | undefined
}

/** The options, checked and with defaults. */
export interface Settings {
  readonly tokenUrl: string
  /** The token URL for comparisons, without a slash at the end. */
  readonly tokenKey: string
  readonly clientId: string
  readonly scope: string | undefined
  readonly resource: string | undefined
  readonly authentication: 'client_secret_post' | 'client_secret_basic' | 'assertion'
  /** A string that only holders of the credential know. */
  readonly secret: () => Promise<string>
  /** What is sent to authenticate: the secret, or an assertion. */
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

/**
 * Checks the options and adds defaults. @throws AuthError `config_invalid`, which names the option and never shows its
 * value.
 */
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
  check([client?.assertion, client?.secret].every(isFunction), 'clientAuthentication is not supported')
  check(typeof (scope ?? '') === 'string', 'scope must be a string')
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
    // Async, so that neither an exception nor a rejected promise of the listener reaches the caller.
    emit: (event) => void (async () => onEvent?.(event))().catch(() => {}),
  }
}

/** Runs code of the user that handles keys. Its error may contain them, so only its code or name is reported. */
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
