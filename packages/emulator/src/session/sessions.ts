/** Header and cookie of the CSRF token. */
const CSRF = 'X-CSRF-TOKEN'

/** Methods that change nothing, and therefore require no CSRF token. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser session, which a cookie identifies. */
export interface Session {
  readonly id: string
  readonly username: string
  /**
   * Whether the request is allowed. Requests that change something require the CSRF token, in a header and as a cookie.
   */
  allows(method: string, headers: Headers): boolean
  /** Adds the CSRF token to the response of a read. */
  tell(method: string, response: Response): Response
}

/** The sessions of one application. */
export interface Sessions {
  /** Starts a session. Returns the `Set-Cookie` header. */
  open(username: string): string
  find(headers: Headers): Session | undefined
  /** Ends the session. Returns the `Set-Cookie` header that removes it. */
  close(headers: Headers): string
  /** Ends all sessions. */
  clear(): void
}

/** The sessions of Self-Managed, separate for each application. */
export interface AllSessions {
  /** The sessions that are valid for a product. */
  of(product: string): Sessions
  /** Ends all sessions. */
  clear(): void
}

/** @param cookies - The cookie of each application. Products without a cookie use the first application. */
export function createAllSessions(cookies: Readonly<Record<string, string>>): AllSessions {
  const byProduct = new Map(Object.entries(cookies).map(([product, cookie]) => [product, createSessions(cookie)]))
  const [first] = byProduct.values()
  return {
    of: (product) => byProduct.get(product) ?? (first as Sessions),
    clear: () => {
      for (const sessions of byProduct.values()) sessions.clear()
    },
  }
}

// If users never sign out, the oldest sessions end first.
const MAX_SESSIONS = 1000

function createSessions(cookie: string): Sessions {
  const sessions = new Map<string, Session>()
  const find = (headers: Headers): Session | undefined => sessions.get(readCookie(headers, cookie) ?? '')
  return {
    open: (username) => {
      const session = createSession(username)
      sessions.set(session.id, session)
      for (const id of sessions.keys()) if (sessions.size > MAX_SESSIONS) sessions.delete(id)
      return `${cookie}=${session.id}; Path=/; HttpOnly`
    },
    find,
    close: (headers) => {
      sessions.delete(find(headers)?.id ?? '')
      return `${cookie}=; Path=/; Max-Age=0; HttpOnly`
    },
    clear: () => sessions.clear(),
  }
}

function createSession(username: string): Session {
  const csrf = crypto.randomUUID()
  return {
    id: crypto.randomUUID(),
    username,
    allows: (method, headers) =>
      SAFE_METHODS.has(method) || (headers.get(CSRF) === csrf && readCookie(headers, CSRF) === csrf),
    tell: (method, response) => {
      if (method === 'GET') {
        response.headers.set(CSRF, csrf)
        response.headers.append('set-cookie', `${CSRF}=${csrf}; Path=/; HttpOnly`)
      }
      return response
    },
  }
}

function readCookie(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split(/=(.*)/s))
  return pairs.find(([found]) => found === name)?.[1]
}
