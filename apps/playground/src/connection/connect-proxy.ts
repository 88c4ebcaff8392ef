import { createProxyAuth } from '@x/proxy/page'
import { apis } from '../apis.ts'
import type { ApiAccess } from '../calls/api-access.ts'
import type { Connection } from './connection.ts'

/**
 * Connects through an `@x/proxy` on this page's own host, which keeps the secret and the tokens. Which APIs it lets pages
 * call is seen when they are called.
 *
 * @param path of the proxy on this host, such as `/camunda`
 */
export function connectProxy(path: string): Connection {
  const base = new URL(path.endsWith('/') ? path : `${path}/`, location.href)
  if (base.origin !== location.origin) {
    throw new TypeError(
      `The proxy has to be on ${location.origin}, where this page comes from: it takes no other page's calls.`,
    )
  }
  const auth = createProxyAuth()
  const accesses = new Map<string, ApiAccess>()
  for (const api of apis) {
    const baseUrl = new URL(api.name, base).href
    accesses.set(api.name, { api, baseUrl, auth, audience: undefined, fetch: (...request) => fetch(...request) })
  }
  return { mode: 'proxy', accesses, tokenCaches: [] }
}
