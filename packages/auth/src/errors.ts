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
  /** The token storage failed. Only in events: a broken storage never breaks a call. */
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
  /** `error_description` of the OAuth answer, shortened, with the secret cut out. */
  readonly oauthErrorDescription?: string | undefined
}

/**
 * The server refused the credential: code `token_rejected`.
 *
 * @see [RFC 6749 section 5.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2)
 */
export class TokenRejectedError extends AuthError implements Rejection {
  override name = 'TokenRejectedError'
  readonly clientId: string
  readonly status: number
  readonly oauthError?: string | undefined
  readonly oauthErrorDescription?: string | undefined
  /** From when on a call asks the server again; milliseconds since the Unix epoch. */
  readonly retryAt?: number | undefined

  constructor(rejection: Rejection, retryAt?: number) {
    const { clientId, status, oauthError, oauthErrorDescription } = rejection
    super(
      'token_rejected',
      `The token endpoint refused client "${clientId}" (${[status, oauthError, oauthErrorDescription].filter(Boolean).join(', ')}). ` +
        `Check ${suspect(rejection)}.`,
    )
    this.clientId = clientId
    this.status = status
    this.oauthError = oauthError
    this.oauthErrorDescription = oauthErrorDescription
    this.retryAt = retryAt
  }
}

/** Whether the credential itself is bad, and not just what was asked for with it. */
export function isBadCredential({ status, oauthError }: Rejection): boolean {
  return status === 401 || oauthError === 'invalid_client'
}

function suspect(rejection: Rejection): string {
  if (isBadCredential(rejection)) return 'clientId and clientSecret (or its key), and whether the client still exists'
  return rejection.oauthError
    ? 'audience, scope, and what this client may do'
    : 'tokenUrl: no OAuth endpoint answers so'
}
