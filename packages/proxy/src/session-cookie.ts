import { must } from './errors.ts'

/** Options of {@link createSessionCookie}. */
export interface SessionCookieOptions {
  /** Signs the cookies; at least 32 characters that nobody can guess. Another secret ends all sessions. */
  readonly secret: string | undefined
  /** Has to begin with `__Host-`, by which browsers refuse it from other hosts and without https. @defaultValue `__Host-session` */
  readonly name?: string | undefined
  /** How long a session lasts from its issue, in seconds; it does not grow by use. @defaultValue `28_800`, eight hours */
  readonly maxAgeSeconds?: number | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** Sessions that live in a signed cookie, and nowhere else. */
export interface SessionCookie<Session extends object> {
  /** The session of a request; undefined when there is none, it is over, or somebody has changed it. Fits `session` of the proxy. */
  read(request: Request): Promise<Session | undefined>
  /**
   * A value for `Set-Cookie` that opens a session. Its data is signed but not encrypted: the user can read it.
   *
   * @throws `ProxyConfigError` when it is too long for a cookie.
   */
  issue(session: Session): Promise<string>
  /** A value for `Set-Cookie` that makes the browser forget the session. A copy of the cookie stays good until it is over. */
  clear(): string
}

/**
 * Keeps sessions in a cookie signed with HMAC-SHA-256: HttpOnly, Secure, SameSite=Strict. Needs no store, and so cannot
 * end one session before its time; where you have to, keep sessions in a store and give the proxy a `session` of your own.
 *
 * @throws `ProxyConfigError` that names the option.
 * @example
 * ```ts
 * import { createSessionCookie } from '@x/proxy'
 *
 * const sessions = createSessionCookie<{ user: string }>({ secret: process.env.SESSION_SECRET })
 * // Once you know who it is:
 * const answer = new Response(null, { status: 204, headers: { 'set-cookie': await sessions.issue({ user: 'jane' }) } })
 * ```
 * @see [Cookies: HTTP State Management Mechanism, section 4.1.3.2](https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-22.html#section-4.1.3.2)
 */
export function createSessionCookie<Session extends object>(options: SessionCookieOptions): SessionCookie<Session> {
  const { secret = '', name = '__Host-session', maxAgeSeconds = 28_800, now = Date.now } = options
  must(typeof secret === 'string' && secret.length >= 32, 'secret', 'has to be text of at least 32 characters')
  must(/^__Host-[\w-]+$/.test(name), 'name', 'has to begin with __Host-')
  must(Number.isInteger(maxAgeSeconds) && maxAgeSeconds > 0, 'maxAgeSeconds', 'has to be a number of seconds above 0')
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'
  const prefix = `${name}=`

  // The key and not its promise: workerd does not let a request wait for what another one began.
  let key: CryptoKey | undefined
  async function signingKey(): Promise<CryptoKey> {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    key ??= await crypto.subtle.importKey('raw', encode(secret), algorithm, false, ['sign', 'verify'])
    return key
  }

  return {
    async read(request) {
      const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/).filter((cookie) => cookie.startsWith(prefix))
      // Two of a name means that somebody has put one beside ours.
      if (cookies.length !== 1) return undefined
      const [, payload, signature] = /^([\w-]+)\.([\w-]+)$/.exec(cookies[0]?.slice(prefix.length) ?? '') ?? []
      const bytes = signature && fromBase64Url(signature)
      if (!payload || !bytes) return undefined
      // The name is signed with it, so that a cookie is good for one purpose only.
      if (!(await crypto.subtle.verify('HMAC', await signingKey(), bytes, encode(prefix + payload)))) return undefined
      const { session, expires } = JSON.parse(decode(fromBase64Url(payload))) as { session: Session; expires: number }
      return now() < expires ? session : undefined
    },
    async issue(session) {
      const expires = now() + maxAgeSeconds * 1000
      const payload = toBase64Url(encode(JSON.stringify({ session, expires })))
      const signature = await crypto.subtle.sign('HMAC', await signingKey(), encode(prefix + payload))
      const cookie = `${prefix}${payload}.${toBase64Url(new Uint8Array(signature))}; Max-Age=${maxAgeSeconds}; ${attributes}`
      // Browsers drop longer ones without a word.
      must(cookie.length <= 4096, 'session', 'is too long for a cookie: keep an id in it, and the rest in a store')
      return cookie
    },
    clear: () => `${prefix}; Max-Age=0; ${attributes}`,
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array<ArrayBuffer> | undefined): string {
  return new TextDecoder().decode(bytes)
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
