import { createOAuth } from '@x/auth'
import { type CredentialsSource, readClusterCredentials } from '@x/env'
import { operations } from '@x/operate/operations'
import { createProxy, createSessionCookie } from '@x/proxy'

export interface BackendOptions {
  /** The variables of the cluster client; its secret stays here. */
  readonly variables: CredentialsSource
  /** Signs the sessions: at least 32 characters that nobody can guess. */
  readonly sessionSecret: string | undefined
  /** Where browsers find the page, for example `https://app.example.com`. */
  readonly origin: string
  /** Stands for the login that you have. */
  readonly isUser: (user: string, password: string) => boolean | Promise<boolean>
  /** What the page is made of, by path. */
  readonly files: Readonly<Record<string, { readonly type: string; readonly body: string }>>
}

/**
 * The page, its sign-in, and what it may ask of Operate: two operations, and nothing to those who are not signed in.
 * A plain function, which Deno, Bun and Workers take as it is; `server.ts` hands it to Node.
 */
export function createBackend(options: BackendOptions): (request: Request) => Promise<Response> {
  const { variables, sessionSecret, origin, isUser, files } = options
  const cluster = readClusterCredentials(variables)
  const sessions = createSessionCookie<{ user: string }>({ secret: sessionSecret })
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [origin],
    session: sessions.read,
    apis: {
      operate: {
        baseUrl: cluster.operateUrl,
        versionPath: '/v1',
        auth: createOAuth(cluster),
        audience: cluster.operateAudience ?? 'operate.camunda.io',
        operations,
        allow: ['incidents.search', 'processInstances.get'],
      },
    },
  })

  async function signIn(request: Request): Promise<Response> {
    // So that no other site can sign somebody in as somebody else.
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
