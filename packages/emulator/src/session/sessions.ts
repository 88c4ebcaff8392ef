/** Header and cookie of the CSRF token. */
const CSRF = 'X-CSRF-TOKEN'

/** Methods that change nothing, and so need no CSRF token. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser's session, as a cookie opens it. */
export interface Session {
  readonly id: string
  readonly username: string
  /** Whether the request may go on: what changes something needs the CSRF token, in a header and as a cookie. */
  allows(method: string, headers: Headers): boolean
  /** Tells a reader the CSRF token. */
  tell(method: string, response: Response): Response
}

/** The sessions of one installation. */
export interface Sessions {
  /** Opens a session. Returns the `Set-Cookie` header. */
  open(username: string): string
  find(headers: Headers): Session | undefined
  /** Ends the session. Returns the `Set-Cookie` header that removes it. */
  close(headers: Headers): string
  /** Ends all of them. */
  clear(): void
}

// Whoever never signs out loses the oldest session first.
const MAX_SESSIONS = 1000

export function createSessions(cookie: string): Sessions {
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
