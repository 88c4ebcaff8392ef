/** Decides who may use a playground that has somebody's Camunda behind it: whoever has the link that was printed. */
export interface PlaygroundSession {
  /** A path that opens the session; nobody can guess it. */
  readonly openPath: string
  /** Responds to {@link openPath} with the cookie and a redirect to the page, and to the link of an earlier start with why it no longer works. */
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
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/open/') && pathname !== openPath) return expired()
      if (pathname !== openPath) return undefined
      // Not `Secure`: this is loopback without TLS, and not all browsers take it for safe.
      const headers = { location: '/', 'set-cookie': `${cookie}; Path=/; HttpOnly; SameSite=Strict` }
      return new Response(null, { status: 303, headers })
    },
    read: (request) => (request.headers.get('cookie') ?? '').split(/;\s*/).includes(cookie),
  }
}

function expired(): Response {
  const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Link expired - Camunda 8 playground</title></head>
<body>
<h1>This link has expired</h1>
<p>The playground was restarted, and each start has a link of its own. Open the one that <code>npm start</code> printed last.</p>
<p><a href="/">Open the playground without your Camunda</a></p>
</body>
</html>`
  return new Response(page, { status: 410, headers: { 'content-type': 'text/html; charset=utf-8' } })
}
