import type { AsyncAuthenticator } from './authenticator.ts'
import { check, readNow } from './check.ts'
import { cooldownMs } from './cooldowns.ts'
import { AuthError } from './errors.ts'
import { noStore } from './no-store.ts'
import { patiently } from './patience.ts'
import { readSafeUrl } from './safe-url.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'
import { createTokenCycle, type Token } from './token-cycle.ts'

/** Options of {@link createCookieLogin}. */
export interface CookieLoginOptions {
  /**
   * URL that the login form is posted to: `http://localhost:8081/api/login` for Operate and
   * `http://localhost:8082/api/login` for Tasklist up to 8.7, `http://localhost:8080/login` from 8.8 on. Must be
   * `https:` unless the host is loopback.
   */
  readonly loginUrl: URL | string
  /**
   * Allows `http:` for `loginUrl` and `csrfUrl` on hosts that are not loopback, such as an Operate in a private
   * network. Anyone on that network can then read the password and the session cookie. @defaultValue `false`
   */
  readonly dangerouslyAllowInsecureLoginUrl?: boolean | undefined
  readonly username: string
  readonly password: string | RevealableSecret
  /**
   * A page whose response to GET has the CSRF token, if the server requires one. @defaultValue the login URL without
   * its `login` or `api/login`
   */
  readonly csrfUrl?: URL | string | undefined
  /** Looked up at call time. @defaultValue `globalThis.fetch` */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Time allowed for one login, in milliseconds. @defaultValue `30_000` */
  readonly timeoutMs?: number | undefined
}

interface Session extends Token {
  readonly headers: Record<string, string>
}

/** Upper limit only: the server ends sessions earlier. */
const SESSION_MS = 30 * 24 * 3_600_000

/**
 * Creates an authenticator for the session cookie of Operate or Tasklist Self-Managed, and for the CSRF token that a
 * session requires for everything except GET. All calls share one login, and one new login when the session has
 * expired. A rejected login is not repeated for 30 s, doubling to 15 min, so that no account gets locked.
 *
 * Not for browsers, where scripts cannot set cookies of requests. From 8.8 on, `createBasicAuth` is simpler.
 *
 * @throws {@link AuthError} with code `config_invalid`; `headers` rejects with `login_rejected`, `server_error`, `network`
 * or `timeout`.
 * @example
 * import { createCookieLogin } from '@x/auth'
 *
 * const auth = createCookieLogin({ loginUrl: 'http://localhost:8081/api/login', username: 'demo', password: 'demo' })
 */
export function createCookieLogin(options: CookieLoginOptions): AsyncAuthenticator {
  const now = readNow(options, 'createCookieLogin')
  const { timeoutMs = 30_000, dangerouslyAllowInsecureLoginUrl: isInsecure } = options
  const readUrl = (url: URL | string, name: string): string =>
    readSafeUrl(
      url,
      `createCookieLogin: ${name}`,
      isInsecure === true,
      '`dangerouslyAllowInsecureLoginUrl: true` allows http: the password',
    )
  const username = revealText(options.username, 'createCookieLogin: username')
  const password = revealText(options.password, 'createCookieLogin: password')
  const loginUrl = readUrl(options.loginUrl, 'loginUrl')
  const csrfUrl = readUrl(options.csrfUrl ?? loginUrl.replace(/(api\/)?login\/?$/, ''), 'csrfUrl')
  const isTime = typeof timeoutMs === 'number' && timeoutMs >= 0
  check(isTime, 'createCookieLogin: timeoutMs must be a number of milliseconds')
  let failures = 0
  let restsUntil = 0

  async function send(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const response = await (options.fetch ?? globalThis.fetch)(url, { redirect: 'manual', signal, ...noStore, ...init })
    await response.body?.cancel?.()
    return response
  }

  async function openSession(signal: AbortSignal): Promise<Record<string, string>> {
    const body = new URLSearchParams({ username, password }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const login = await send(loginUrl, { method: 'POST', headers: type, body }, signal)
    const cookies = readCookies(login)
    if (login.status >= 500) throw new AuthError('server_error', `The login responded with status ${login.status}.`)
    // A form that redirects to its own page was rejected; a success and a rejection may both set a cookie.
    if (login.status > 303 || /[?&]error\b/.test(login.headers.get('location') ?? '') || !cookies.size) {
      restsUntil = now() + cooldownMs(++failures)
      throw new AuthError(
        'login_rejected',
        `The login created no session for "${username}" (${login.status}). Check username, password and loginUrl.`,
      )
    }
    failures = 0
    const page = await send(csrfUrl, { headers: { cookie: cookieHeader(cookies) } }, signal)
    for (const [name, value] of readCookies(page)) cookies.set(name, value)
    const csrf = [...page.headers, ...login.headers].find(([name]) => /x-csrf-token$/i.test(name))
    return { cookie: cookieHeader(cookies), ...(csrf && { [csrf[0]]: csrf[1] }) }
  }

  async function login(refusals: number): Promise<Session> {
    const left = restsUntil - now()
    // More time than the longest cooldown can remain only if the clock was set back.
    if (left > 0 && left <= cooldownMs(failures)) {
      throw new AuthError('login_rejected', `The login of "${username}" was rejected; it is not repeated yet.`)
    }
    const controller = new AbortController()
    const late = (): AuthError => new AuthError('timeout', `The login did not respond within ${timeoutMs} ms.`)
    try {
      // Timers count in 31 bits.
      const headers = await patiently(openSession(controller.signal), Math.min(timeoutMs, 2 ** 31 - 1), late)
      const at = now()
      return { at, expiresAt: at + SESSION_MS, accessToken: headers.cookie ?? '', refusals, headers }
    } catch (error) {
      if (error instanceof AuthError) throw error
      throw new AuthError('network', 'The login could not be reached. Check loginUrl.')
    } finally {
      controller.abort()
    }
  }

  const cycle = createTokenCycle({ now, timeoutMs, refreshAheadMs: 0 }, ({ refusals }) => login(refusals))
  return {
    async headers(_audience, { signal } = {}) {
      signal?.throwIfAborted()
      const session = (cycle.current() ?? (await cycle.next(signal))) as Session
      return { ...session.headers }
    },
    async refused(_audience, headers) {
      return cycle.refuse(headers.cookie ?? '')
    },
  }
}

/** Returns every cookie that the response sets, without those that it removes. */
function readCookies(response: Response): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^\s*([^=;]+)=([^;]*)/.exec(line) ?? []
    if (name && value && !/max-age=0|expires=thu, 0?1[ -]jan[ -]1970/i.test(line)) cookies.set(name, value)
  }
  return cookies
}

function cookieHeader(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}
