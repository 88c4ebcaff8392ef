/** Every code an {@link AuthError} can carry. Codes are stable; messages are not. */
export type AuthErrorCode =
  /** An option or argument is missing or malformed; nothing was sent. */
  | 'config_invalid'
  /** The server refused the credential; not retried, and not asked again before the cooldown is over. */
  | 'token_rejected'
  /** `createCookieLogin`: the server did not accept user name and password, or opened no session. */
  | 'login_rejected'
  /** The token endpoint answered with something that holds no usable access token. */
  | 'token_malformed'
  /** The token endpoint wants fewer requests (429), and the wait is longer than `timeoutMs` allows. */
  | 'rate_limited'
  /** The token endpoint failed (5xx), also when asked again. */
  | 'server_error'
  /** No answer, or it broke off. */
  | 'network'
  /** No complete answer within `timeoutMs`. */
  | 'timeout'
  /** The token storage failed, or lost what it was given. Only in events: a broken storage never breaks a call. */
  | 'storage_failed'

/**
 * What every failure of this package is. Holds no secret, no token and no cookie, and no foreign error object that
 * could: what the runtime said about a broken connection is in the message.
 *
 * @example
 * import { AuthError } from '@x/auth'
 *
 * try {
 *   await auth.headers('api.example.com')
 * } catch (error) {
 *   if (error instanceof AuthError && error.code === 'token_rejected') console.error(error.message)
 *   else throw error
 * }
 */
export class AuthError extends Error {
  // Spelled out, since minifiers rename classes.
  override name = 'AuthError'
  /** True on every copy of this class, where `instanceof` fails across two copies of the package. */
  readonly isAuthError: true = true
  readonly code: AuthErrorCode
  /** How long the server asked to be left alone, in milliseconds; with 429 and 503 only. */
  readonly retryAfterMs?: number | undefined

  constructor(code: AuthErrorCode, message: string, retryAfterMs?: number) {
    super(message)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** What the server said when it refused a credential. */
export interface Rejection {
  readonly clientId: string
  /** HTTP status; 200 where an OAuth error came under a status of success. */
  readonly status: number
  /** `error` of the OAuth answer, such as `invalid_client`; absent when the answer was not OAuth's. */
  readonly oauthError?: string | undefined
  /** `error_description` of the OAuth answer, shortened, with the secret and its encoded forms cut out. */
  readonly oauthErrorDescription?: string | undefined
}

/**
 * The server refused the credential: code `token_rejected`.
 *
 * @see [RFC 6749 section 5.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2)
 */
export class TokenRejectedError extends AuthError implements Rejection {
  override name = 'TokenRejectedError'
  declare readonly clientId: string
  declare readonly status: number
  declare readonly oauthError?: string | undefined
  declare readonly oauthErrorDescription?: string | undefined
  /** From when on a call asks the server again; milliseconds since the Unix epoch. */
  declare readonly retryAt?: number | undefined

  constructor(rejection: Rejection, retryAt?: number) {
    const { clientId, status, oauthError, oauthErrorDescription } = rejection
    super(
      'token_rejected',
      `The token endpoint refused client "${clientId}" (${[status, oauthError, oauthErrorDescription].filter(Boolean).join(', ')}). ` +
        `Check ${ADVICE[suspect(rejection)]}.`,
    )
    Object.assign(this, { clientId, status, oauthError, oauthErrorDescription, retryAt })
  }
}

type Suspect = 'credential' | 'tokenUrl' | 'audience'

/** Whether another audience or scope may fare better with this credential. */
export function isAboutAudience(rejection: Rejection): boolean {
  return suspect(rejection) === 'audience'
}

function suspect({ status, oauthError }: Rejection): Suspect {
  if (status === 401 || oauthError === 'invalid_client' || oauthError === 'unauthorized_client') return 'credential'
  // Some servers send an OAuth error for an address that is none of theirs.
  return !oauthError || [404, 405, 410, 415].includes(status) ? 'tokenUrl' : 'audience'
}

const ADVICE: Record<Suspect, string> = {
  credential: 'clientId, clientSecret (or the key and the clock), and that it may use client credentials',
  tokenUrl: 'tokenUrl: this is no token endpoint',
  audience: 'audience, scope and permissions',
}
