/** Who may use a playground that has somebody's Camunda behind it: whoever got the address that was printed. */
export interface PlaygroundSession {
  /** A path that opens the session; it is not to be guessed. */
  readonly openPath: string
  /** Answers a request for {@link openPath}: gives the cookie, and leads to the page. */
  open(request: Request): Response | undefined
  /** Fits `session` of `createProxy`. */
  read(request: Request): boolean
}

/** Cookies do not know ports: several playgrounds on one machine each need a name of their own. */
export function createSession(port: number): PlaygroundSession {
  const key = crypto.randomUUID()
  const cookie = `playground-${port}=${key}`
  const openPath = `/open/${key}`
  return {
    openPath,
    open: (request) => {
      if (new URL(request.url).pathname !== openPath) return undefined
      // Not `Secure`: this is loopback without TLS, and not all browsers take it for safe.
      const headers = { location: '/', 'set-cookie': `${cookie}; Path=/; HttpOnly; SameSite=Strict` }
      return new Response(null, { status: 303, headers })
    },
    read: (request) => (request.headers.get('cookie') ?? '').split(/;\s*/).includes(cookie),
  }
}
