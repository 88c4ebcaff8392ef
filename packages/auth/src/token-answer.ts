import { AuthError } from './errors.ts'

/** What the token endpoint granted. */
export interface TokenAnswer {
  readonly accessToken: string
  /** How long the token lives from the moment of the answer, in milliseconds. */
  readonly lifetimeMs: number
}

/** Taken for the lifetime when neither the answer nor the token tells it. */
const DEFAULT_LIFETIME_MS = 60_000
/** Nobody means more than this; a longer one is cut to it. */
const LONGEST_LIFETIME_MS = 30 * 24 * 3_600_000

/**
 * Reads an answer of the token endpoint. The lifetime is `expires_in`, a number or numeric text; else `exp` of the
 * token, if it is a JWT; else a minute. A lifetime of zero or less counts as not told: some servers mean "unlimited".
 *
 * @see [RFC 6749 section 5.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.1)
 */
export function readTokenAnswer(answer: Record<string, unknown>, now: number): TokenAnswer {
  const accessToken = answer.access_token
  // Anything else would not survive in an Authorization header.
  if (typeof accessToken !== 'string' || !/^[\x21-\x7e]+$/.test(accessToken)) {
    throw new AuthError('token_malformed', 'The token endpoint answered without a usable access_token. Check tokenUrl.')
  }
  const told = Number(answer.expires_in) * 1000
  const lifetime = told > 0 ? told : (lifetimeOfJwt(accessToken, now) ?? DEFAULT_LIFETIME_MS)
  return { accessToken, lifetimeMs: Math.min(lifetime, LONGEST_LIFETIME_MS) }
}

function lifetimeOfJwt(token: string, now: number): number | undefined {
  try {
    const { exp, iat } = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')))
    const left = exp * 1000 - now
    const whole = (exp - iat) * 1000
    // Where our clock and the server's disagree, the token's own two times are the better witness.
    const lifetime = whole > 0 && !(left > 0 && left < whole) ? whole : left
    return lifetime > 0 ? lifetime : undefined
  } catch {
    return undefined
  }
}
