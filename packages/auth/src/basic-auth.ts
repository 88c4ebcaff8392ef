import type { AsyncAuthenticator } from './authenticator.ts'
import { check } from './check.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'

/** Options of {@link createBasicAuth}. */
export interface BasicAuthOptions {
  /** Must not contain a colon. */
  readonly username: string
  readonly password: string | RevealableSecret
}

/**
 * Creates an authenticator for HTTP Basic, in UTF-8, for Self-Managed installations that are set up for it.
 *
 * @throws {@link AuthError} with code `config_invalid` if the user name or password is missing, or the user name
 * contains a colon
 * @example
 * import { createBasicAuth } from '@x/auth'
 *
 * const auth = createBasicAuth({ username: 'demo', password: 'demo' })
 * @see [RFC 7617](https://www.rfc-editor.org/rfc/rfc7617.html)
 */
export function createBasicAuth(options: BasicAuthOptions): AsyncAuthenticator {
  check(options, 'createBasicAuth: options are missing')
  const { username, password } = options
  check(
    typeof username === 'string' && /^[^:]+$/s.test(username),
    'createBasicAuth: username must be a string without a colon',
  )
  const pair = new TextEncoder().encode(`${username}:${revealText(password, 'createBasicAuth: password')}`)
  const authorization = `Basic ${btoa(Array.from(pair, (byte) => String.fromCharCode(byte)).join(''))}`
  return { headers: async () => ({ authorization }) }
}
