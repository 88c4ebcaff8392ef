import { createOAuth } from '@x/auth'
import { type CredentialsSource, readClusterCredentials } from '@x/env'
import { operateApi } from '@x/operate'
import { operations } from '@x/operate/operations'
import { createProxy, createSessionCookie } from '@x/proxy'

export interface BackendOptions {
  /** The variables of the cluster client; its secret stays here. */
  readonly variables: CredentialsSource
  /** Signs the session cookies: at least 32 random characters. */
  readonly sessionSecret: string | undefined
  /** Origin of the page in browsers, for example `https://app.example.com`. */
  readonly origin: string
  /** Replace it with your own login. */
  readonly isUser: (user: string, password: string) => boolean | Promise<boolean>
  /** The files of the page, by path. */
  readonly files: Readonly<Record<string, { readonly type: string; readonly body: string }>>
}

/**
 * Creates the handler of the page, its sign-in, and the two Operate operations it may call once a user has signed in. A
 * plain function that Deno, Bun and Workers can serve; `server.ts` serves it with Node.
 */
export function createBackend(options: BackendOptions): (request: Request) => Promise<Response> {
  const { variables, sessionSecret, origin, isUser, files } = options
  const cluster = readClusterCredentials(variables)
  const sessions = createSessionCookie<{ user: string }>({
    secret: sessionSecret,
    // Safari drops `Secure` cookies of http://localhost.
    insecure: origin.startsWith('http://localhost:'),
  })
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [origin],
    session: sessions.read,
    apis: {
      operate: {
        ...operateApi,
        baseUrl: cluster.operateUrl,
        auth: createOAuth(cluster),
        audience: cluster.operateAudience ?? operateApi.audience,
        operations,
        allow: ['incidents.search', 'processInstances.get'],
      },
    },
  })

  async function signIn(request: Request): Promise<Response> {
    // Otherwise another site could sign a user in to another account.
    if (request.headers.get('origin') !== origin) return new Response(null, { status: 403 })
    const form = await request.formData()
    const user = String(form.get('user'))
    if (!(await isUser(user, String(form.get('password'))))) return new Response(null, { status: 401 })
    return new Response(null, { status: 204, headers: { 'set-cookie': await sessions.issue({ user }) } })
  }

  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/camunda/')) return proxy(request)
    if (pathname === '/sign-in' && request.method === 'POST') return signIn(request)
    const file = files[pathname]
    if (!file) return new Response(null, { status: 404 })
    const headers = {
      'content-type': file.type,
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    }
    return new Response(file.body, { headers })
  }
}
