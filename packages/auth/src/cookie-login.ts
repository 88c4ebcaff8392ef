import type { AsyncAuthenticator } from './authenticator.ts'
import { cooldownMs } from './cooldowns.ts'
import { AuthError } from './errors.ts'
import { noStore } from './no-store.ts'
import { type RevealableSecret, revealText } from './secret-text.ts'
import { createTokenCycle, type Token } from './token-cycle.ts'

/** Options of {@link createCookieLogin}. */
export interface CookieLoginOptions {
  /**
   * Where the login form is posted: `http://localhost:8081/api/login` for Operate and `http://localhost:8082/api/login`
   * for Tasklist up to 8.7, `http://localhost:8080/login` from 8.8 on.
   */
  readonly loginUrl: URL | string
  readonly username: string
  readonly password: string | RevealableSecret
  /**
   * A page whose answer to GET carries the CSRF token, if the server wants one. @defaultValue the login URL without its
   * `login` or `api/login`
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

/** Sessions end when the server says so; this is only the longest one is tried for. */
const SESSION_MS = 30 * 24 * 3_600_000

/**
 * Authenticates with the session cookie of Operate or Tasklist Self-Managed, and with the CSRF token that a session needs
 * for everything but GET. Calls share one login; when a session is refused, they share the next. After a refused login
 * nobody tries again for 30 s, doubling to 15 min, so that no account gets locked.
 *
 * Not for browsers, which let nobody set cookies by hand. From 8.8 on `createBasicAuth` is the simpler way in.
 *
 * @throws {@link AuthError} with code `config_invalid`; `headers` rejects with `login_rejected`, `server_error`, `network`
 * or `timeout`.
 * @example
 * import { createCookieLogin } from '@x/auth'
 *
 * const auth = createCookieLogin({ loginUrl: 'http://localhost:8081/api/login', username: 'demo', password: 'demo' })
 */
export function createCookieLogin(options: CookieLoginOptions): AsyncAuthenticator {
  const { username, now = () => Date.now(), timeoutMs = 30_000 } = options
  const password = revealText(options.password, 'createCookieLogin: password')
  const loginUrl = readUrl(options.loginUrl, 'loginUrl')
  const csrfUrl = readUrl(options.csrfUrl ?? loginUrl.replace(/(api\/)?login\/?$/, ''), 'csrfUrl')
  if (typeof username !== 'string' || !username)
    throw new AuthError('config_invalid', 'createCookieLogin: username must be text.')
  if (typeof timeoutMs !== 'number' || !(timeoutMs >= 0))
    throw new AuthError('config_invalid', 'createCookieLogin: timeoutMs must be a number of milliseconds.')
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
    if (login.status >= 500) throw new AuthError('server_error', `The login answered with status ${login.status}.`)
    // A form that redirects to its page again has refused; both outcomes of it may set a cookie.
    if (login.status > 303 || /[?&]error\b/.test(login.headers.get('location') ?? '') || !cookies.size) {
      restsUntil = now() + cooldownMs(++failures)
      throw new AuthError(
        'login_rejected',
        `The login opened no session for "${username}" (${login.status}). Check username, password and loginUrl.`,
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
    // More than the longest cooldown is left only after the clock was set back.
    if (left > 0 && left <= cooldownMs(failures)) {
      throw new AuthError('login_rejected', `The login of "${username}" was refused; it is not tried again yet.`)
    }
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      const end = (): void => reject(new AuthError('timeout', `No login within ${timeoutMs} ms.`))
      // Timers count in 31 bits.
      timer = setTimeout(end, Math.min(timeoutMs, 2 ** 31 - 1))
    })
    try {
      const headers = await Promise.race([openSession(controller.signal), late])
      const at = now()
      return { at, expiresAt: at + SESSION_MS, accessToken: headers.cookie ?? '', refusals, headers }
    } catch (error) {
      if (error instanceof AuthError) throw error
      throw new AuthError('network', 'The login could not be reached. Check loginUrl.')
    } finally {
      clearTimeout(timer)
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

function readUrl(url: URL | string, name: string): string {
  const text = `${url}`
  if (!URL.canParse(text) || !/^https?:/i.test(text)) {
    throw new AuthError('config_invalid', `createCookieLogin: ${name} must be an absolute http or https URL.`)
  }
  return text
}

/** Every cookie that is set, and none that is removed. */
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
