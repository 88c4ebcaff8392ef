import { AuthError } from './errors.ts'

/** What the token endpoint granted. */
export interface TokenResponse {
  readonly accessToken: string
  /** Milliseconds since the Unix epoch, by our clock. */
  readonly expiresAt: number
}

/** The lifetime if neither the response nor the token has one. */
const DEFAULT_LIFETIME_MS = 60_000
/** A longer lifetime is reduced to this. */
export const LONGEST_LIFETIME_MS: number = 30 * 24 * 3_600_000

/**
 * Reads a response of the token endpoint. The lifetime is `expires_in`, a number or numeric text; otherwise `exp` of
 * the token, if it is a JWT; otherwise a minute. A lifetime of zero or less counts as missing: some servers mean
 * "unlimited". It counts from when the request was sent, because the token was issued after that, and the response may
 * have been slow.
 *
 * @see [RFC 6749 section 5.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.1)
 */
export function readTokenResponse(response: Record<string, unknown>, sentAt: number): TokenResponse {
  const { access_token: accessToken, token_type: type, expires_in: expiresIn } = response
  // RFC 6749 section 7.1: a token of an unknown type must not be used.
  if (!isSendable(accessToken) || !/^bearer$/i.test(`${type ?? 'bearer'}`)) {
    const problem = 'The token endpoint returned no usable access_token or token_type. Check tokenUrl.'
    throw new AuthError('token_malformed', problem)
  }
  const { exp, iat } = readJwt(accessToken)
  // A number, or one as text: `true`, `[60]` and `"0x10"` are not.
  const said = Number(/^"?(\d+(\.\d+)?)"?$/.exec(`${JSON.stringify(expiresIn)}`)?.[1]) * 1000
  const lifetimeMs = [said, lifetimeOf(exp, iat, sentAt)].find((ms) => ms > 0) ?? DEFAULT_LIFETIME_MS
  const end = sentAt + Math.min(lifetimeMs, LONGEST_LIFETIME_MS)
  // Servers count in whole seconds, so a JWT expires up to a second before its lifetime ends. If the difference is
  // larger, our clock and the server's disagree.
  const early = exp ? Math.min(1000, lifetimeMs / 2) : 0
  return { accessToken, expiresAt: Math.abs(end - exp) < 2000 ? Math.min(end, exp) : end - early }
}

/** Whether the token can be sent in an Authorization header. */
export function isSendable(accessToken: unknown): accessToken is string {
  return typeof accessToken === 'string' && /^[\x21-\x7e]+$/.test(accessToken)
}

/** Returns the times of a JWT in milliseconds; `NaN` if it lacks them or is not a JWT. */
function readJwt(token: string): { exp: number; iat: number } {
  let claims: { exp?: unknown; iat?: unknown } | undefined
  try {
    claims = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')))
  } catch {
    // Not a JWT.
  }
  return { exp: Number(claims?.exp) * 1000, iat: Number(claims?.iat) * 1000 }
}

function lifetimeOf(exp: number, iat: number, now: number): number {
  const left = exp - now
  const whole = exp - iat
  // If our clock and the server's disagree, the token's own two times are more reliable.
  return whole > 0 && !(left > 0 && left < whole) ? whole : left
}
