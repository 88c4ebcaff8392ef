import { decode, encode, fromBase64, toBase64Url } from './base64.ts'
import { must } from './errors.ts'
import { insecureReads, isLoopback } from './insecure-sessions.ts'

/** Options of {@link createSessionCookie}. */
export interface SessionCookieOptions {
  /** Signs the cookies: at least 32 random characters. Changing it ends all sessions. */
  readonly secret: string | undefined
  /** Must start with `__Host-`: browsers reject such a cookie from other hosts and without https. @defaultValue `__Host-session` */
  readonly name?: string | undefined
  /** How long a session lasts from its issue, in seconds; use does not extend it. @defaultValue `28_800`, eight hours */
  readonly maxAgeSeconds?: number | undefined
  /**
   * For development on http://localhost, where Safari drops `Secure` cookies: omits `Secure`, and `__Host-` from the name.
   * `createProxy` throws unless all of its `origins` are loopback, and `read` ignores the cookie of any other origin.
   *
   * @defaultValue `false`
   */
  readonly insecure?: boolean | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** Sessions stored in a signed cookie, and nowhere else. */
export interface SessionCookie<Session extends object> {
  /**
   * Returns the session of a request; undefined if there is none, it has expired, or it was changed. Pass it as
   * `session` of the proxy.
   */
  read(request: Request): Promise<Session | undefined>
  /**
   * Returns a `Set-Cookie` value that starts a session. Its data is signed but not encrypted: the user can read it.
   *
   * @throws `ProxyConfigError` if it is too long for a cookie
   */
  issue(session: Session): Promise<string>
  /** Returns a `Set-Cookie` value that removes the session from the browser. A copy of the cookie stays valid until it expires. */
  clear(): string
}

/**
 * Creates sessions that are stored in a cookie signed with HMAC-SHA-256: HttpOnly, Secure, SameSite=Strict. There is no
 * store, so a single session cannot be revoked; if you need that, use a store and pass your own `session` function to
 * the proxy.
 *
 * @throws `ProxyConfigError` that names the option.
 * @example
 * ```ts
 * import { createSessionCookie } from '@x/proxy'
 *
 * const sessions = createSessionCookie<{ user: string }>({ secret: process.env.SESSION_SECRET })
 * // Once you know the user:
 * const response = new Response(null, { status: 204, headers: { 'set-cookie': await sessions.issue({ user: 'jane' }) } })
 * ```
 * @see [Cookies: HTTP State Management Mechanism, section 4.1.3.2](https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-22.html#section-4.1.3.2)
 */
export function createSessionCookie<Session extends object>(options: SessionCookieOptions): SessionCookie<Session> {
  const { secret = '', maxAgeSeconds = 28_800, now = Date.now } = options
  // No other type, such as 'false' from an environment variable.
  const insecure = options.insecure === true
  let { name = '__Host-session' } = options
  must(typeof secret === 'string' && secret.length >= 32, 'secret', 'have at least 32 characters')
  must(/^__Host-[\w-]+$/.test(name), 'name', 'start with __Host-')
  must(Number.isInteger(maxAgeSeconds) && maxAgeSeconds > 0, 'maxAgeSeconds', 'be a whole number greater than 0')
  // Browsers accept the prefix only with `Secure`.
  if (insecure) name = name.slice('__Host-'.length)
  const attributes = `Path=/; ${insecure ? '' : 'Secure; '}HttpOnly; SameSite=Strict`
  const prefix = `${name}=`

  // The key, not its promise: on workerd, a request must not await a promise of another one.
  let key: CryptoKey | undefined
  async function signingKey(): Promise<CryptoKey> {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    key ??= await crypto.subtle.importKey('raw', encode(secret), algorithm, false, ['sign', 'verify'])
    return key
  }

  const sessions: SessionCookie<Session> = {
    async read(request) {
      const origin = request.headers.get('origin')
      if (insecure && origin !== null && !isLoopback(origin)) return undefined
      const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/).filter((cookie) => cookie.startsWith(prefix))
      // Two cookies of one name: another one was added to ours.
      if (cookies.length !== 1) return undefined
      const [, payload, signature] = /^([\w-]+)\.([\w-]+)$/.exec(cookies[0]?.slice(prefix.length) ?? '') ?? []
      const bytes = signature && fromBase64(signature)
      if (!payload || !bytes) return undefined
      // The name is signed, too, so that a cookie is valid for one purpose only.
      if (!(await crypto.subtle.verify('HMAC', await signingKey(), bytes, encode(prefix + payload)))) return undefined
      const { session, expires } = JSON.parse(decode(fromBase64(payload))) as { session: Session; expires: number }
      return now() < expires ? session : undefined
    },
    async issue(session) {
      const expires = now() + maxAgeSeconds * 1000
      const payload = toBase64Url(encode(JSON.stringify({ session, expires })))
      const signature = await crypto.subtle.sign('HMAC', await signingKey(), encode(prefix + payload))
      const cookie = `${prefix}${payload}.${toBase64Url(new Uint8Array(signature))}; Max-Age=${maxAgeSeconds}; ${attributes}`
      // Browsers silently drop longer ones.
      must(cookie.length <= 4096, 'session', 'fit in a cookie: keep only an ID in it')
      return cookie
    },
    clear: () => `${prefix}; Max-Age=0; ${attributes}`,
  }
  if (insecure) insecureReads.add(sessions.read)
  return sessions
}
