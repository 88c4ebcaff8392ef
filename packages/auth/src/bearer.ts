import type { AsyncAuthenticator } from './authenticator.ts'
import { check } from './check.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'

/** A token, or a function that returns the current one. */
export type BearerSource =
  | string
  | RevealableSecret
  | (() => string | RevealableSecret | Promise<string | RevealableSecret>)

/**
 * Creates an authenticator for a token that you already have: a string, or a function that is called for each request.
 * After a 401, the request is retried once if the function then returns a different token.
 *
 * @throws {@link AuthError} with code `config_invalid` if the token is empty or cannot be sent in a header
 * @example
 * import { createBearer } from '@x/auth'
 *
 * const auth = createBearer(() => localStorage.getItem('access-token') ?? '')
 * @see [RFC 6750 section 2.1](https://www.rfc-editor.org/rfc/rfc6750.html#section-2.1)
 */
export function createBearer(source: BearerSource): AsyncAuthenticator {
  async function headers(): Promise<Record<string, string>> {
    const token = revealText(typeof source === 'function' ? await source() : source, 'createBearer: the token')
    check(/^[\x21-\x7e]+$/.test(token), 'createBearer: the token must be visible ASCII, without "Bearer " before it')
    return { authorization: `Bearer ${token}` }
  }
  return {
    headers,
    async refused(_audience, refused) {
      return typeof source === 'function' && (await headers()).authorization !== refused.authorization
    },
  }
}
