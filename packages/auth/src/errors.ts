/** Every code an {@link AuthError} can carry. Codes are stable; messages are not. */
export type AuthErrorCode =
  /** An option or argument is missing or malformed; nothing was sent. */
  | 'config_invalid'
  /** The server rejected the credential. Not retried, and no request is sent until the cooldown has passed. */
  | 'token_rejected'
  /** `createCookieLogin`: the server rejected the user name and password, or created no session. */
  | 'login_rejected'
  /** The response of the token endpoint has no usable access token. */
  | 'token_malformed'
  /** The token endpoint responded with 429, and the wait would exceed `timeoutMs`. */
  | 'rate_limited'
  /** The token endpoint failed (5xx), and so did the retries. */
  | 'server_error'
  /** No response, or the connection broke off. */
  | 'network'
  /** No complete response within `timeoutMs`. */
  | 'timeout'
  /** The token storage failed or lost a record. Only in events: a broken storage never breaks a call. */
  | 'storage_failed'

/**
 * Thrown by everything in this package. It contains no secret, token or cookie, and no error object of the runtime,
 * which might contain one: the message says why a connection broke.
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
  // A literal, because minifiers rename classes.
  override name = 'AuthError'
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
  readonly isAuthError: true = true
  readonly code: AuthErrorCode
  /** `Retry-After` in milliseconds; with 429 and 503 only. */
  readonly retryAfterMs?: number | undefined

  constructor(code: AuthErrorCode, message: string, retryAfterMs?: number) {
    super(message)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** What the server said when it rejected a credential. */
export interface Rejection {
  readonly clientId: string
  /** HTTP status; 200 if an OAuth error came with a success status. */
  readonly status: number
  /** `error` of the OAuth response, such as `invalid_client`; undefined if it was not an OAuth response. */
  readonly oauthError?: string | undefined
  /** `error_description` of the OAuth response, shortened, without the secret and its encoded forms. */
  readonly oauthErrorDescription?: string | undefined
}

/**
 * The server rejected the credential: code `token_rejected`.
 *
 * @see [RFC 6749 section 5.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2)
 */
export class TokenRejectedError extends AuthError implements Rejection {
  override name = 'TokenRejectedError'
  declare readonly clientId: string
  declare readonly status: number
  declare readonly oauthError?: string | undefined
  declare readonly oauthErrorDescription?: string | undefined
  /** When calls send a token request again, in milliseconds since the Unix epoch. */
  declare readonly retryAt?: number | undefined

  constructor(rejection: Rejection, retryAt?: number) {
    const { clientId, status, oauthError, oauthErrorDescription } = rejection
    super(
      'token_rejected',
      `The token endpoint rejected client "${clientId}" (${[status, oauthError, oauthErrorDescription].filter(Boolean).join(', ')}). ` +
        `Check ${ADVICE[suspect(rejection)]}.`,
    )
    Object.assign(this, { clientId, status, oauthError, oauthErrorDescription, retryAt })
  }
}

type Suspect = 'credential' | 'tokenUrl' | 'audience'

/** Whether this credential may still work for another audience or scope. */
export function isAboutAudience(rejection: Rejection): boolean {
  return suspect(rejection) === 'audience'
}

function suspect({ status, oauthError }: Rejection): Suspect {
  if (status === 401 || oauthError === 'invalid_client' || oauthError === 'unauthorized_client') return 'credential'
  // Some servers send an OAuth error for an unknown path.
  return !oauthError || [404, 405, 410, 415].includes(status) ? 'tokenUrl' : 'audience'
}

const ADVICE: Record<Suspect, string> = {
  credential: 'clientId, clientSecret (or the key and the clock), and that client credentials are enabled',
  tokenUrl: 'tokenUrl: it is not a token endpoint',
  audience: 'audience, scope and permissions',
}
