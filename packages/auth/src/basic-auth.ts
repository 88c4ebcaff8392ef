import type { AsyncAuthenticator } from './authenticator.ts'
import { check } from './check.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'

/** Options of {@link createBasicAuth}. */
export interface BasicAuthOptions {
  /** Must not hold a colon. */
  readonly username: string
  readonly password: string | RevealableSecret
}

/**
 * Authenticates with HTTP Basic, in UTF-8. For Self-Managed installations that are set up for it.
 *
 * @throws `AuthError` `config_invalid` for a missing user name or password, or a colon in the user name.
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
    'createBasicAuth: username must be text without a colon',
  )
  const pair = new TextEncoder().encode(`${username}:${revealText(password, 'createBasicAuth: password')}`)
  const authorization = `Basic ${btoa(Array.from(pair, (byte) => String.fromCharCode(byte)).join(''))}`
  return { headers: async () => ({ authorization }) }
}
