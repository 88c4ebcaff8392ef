import { AuthError } from './errors.ts'

/** What the token endpoint granted. */
export interface TokenAnswer {
  readonly accessToken: string
  /** Milliseconds since the Unix epoch, by our clock. */
  readonly expiresAt: number
}

/** Taken for the lifetime when neither the answer nor the token says. */
const DEFAULT_LIFETIME_MS = 60_000
/** Nobody means more than this; a longer one is cut to it. */
export const LONGEST_LIFETIME_MS: number = 30 * 24 * 3_600_000

/**
 * Reads an answer of the token endpoint. The lifetime is `expires_in`, a number or numeric text; else `exp` of the
 * token, if it is a JWT; else a minute. A lifetime of zero or less counts as not said: some servers mean "unlimited". It
 * counts from when the request was sent: the server made the token after that, and the answer may have been slow.
 *
 * @see [RFC 6749 section 5.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.1)
 */
export function readTokenAnswer(answer: Record<string, unknown>, sentAt: number): TokenAnswer {
  const { access_token: accessToken, token_type: type, expires_in: expiresIn } = answer
  // RFC 6749 section 7.1: a token of a type that is not understood must not be used.
  if (!isSendable(accessToken) || !/^bearer$/i.test(`${type ?? 'bearer'}`)) {
    const problem = 'The token endpoint returned no usable access_token or token_type. Check tokenUrl.'
    throw new AuthError('token_malformed', problem)
  }
  const { exp, iat } = readJwt(accessToken)
  // A number, or one as text: `true`, `[60]` and `"0x10"` are none.
  const said = Number(/^"?(\d+(\.\d+)?)"?$/.exec(`${JSON.stringify(expiresIn)}`)?.[1]) * 1000
  const lifetimeMs = [said, lifetimeOf(exp, iat, sentAt)].find((ms) => ms > 0) ?? DEFAULT_LIFETIME_MS
  const end = sentAt + Math.min(lifetimeMs, LONGEST_LIFETIME_MS)
  // Servers count in whole seconds: a JWT ends up to a second before its lifetime is over. Where its end is farther away,
  // our clock and the server's disagree.
  const early = exp ? Math.min(1000, lifetimeMs / 2) : 0
  return { accessToken, expiresAt: Math.abs(end - exp) < 2000 ? Math.min(end, exp) : end - early }
}

/** Whether it is text that survives in an Authorization header. */
export function isSendable(accessToken: unknown): accessToken is string {
  return typeof accessToken === 'string' && /^[\x21-\x7e]+$/.test(accessToken)
}

/** The times of a JWT in milliseconds; `NaN` for what it does not say, and for what is no JWT. */
function readJwt(token: string): { exp: number; iat: number } {
  let claims: { exp?: unknown; iat?: unknown } | undefined
  try {
    claims = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')))
  } catch {
    // No JWT.
  }
  return { exp: Number(claims?.exp) * 1000, iat: Number(claims?.iat) * 1000 }
}

function lifetimeOf(exp: number, iat: number, now: number): number {
  const left = exp - now
  const whole = exp - iat
  // Where our clock and the server's disagree, the token's own two times are the better witness.
  return whole > 0 && !(left > 0 && left < whole) ? whole : left
}
