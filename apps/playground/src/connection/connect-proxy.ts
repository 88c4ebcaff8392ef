import { createProxyAuth } from '@x/proxy/page'
import { apis } from '../apis.ts'
import type { ApiAccess } from '../calls/api-access.ts'
import type { Connection } from './connection.ts'
import { once } from './once.ts'
import { PROXY_INFO_PATH, type ProxyInfo } from './proxy-info.ts'

/**
 * Connects through the `@x/proxy` that `npm start -- --credentials FILE` serves beside this page. The secret and the tokens
 * stay on the server.
 *
 * @throws TypeError if this browser has no session with it
 */
export async function connectProxy(path: string): Promise<Connection> {
  const response = await fetch(PROXY_INFO_PATH)
  if (!response.ok) throw new TypeError('This page was not served by the playground’s own server.')
  const { hasSession, name, allowWrites, apis: passedOn, version } = (await response.json()) as ProxyInfo
  if (!hasSession) {
    throw new TypeError(
      'This browser has no session with the proxy. Open the link that `npm start` printed; it is a new one after each start.',
    )
  }
  const base = new URL(`${path}/`, location.href)
  const auth = createProxyAuth()
  const accesses = new Map<string, ApiAccess>()
  for (const api of apis) {
    const baseUrl = new URL(api.name, base).href
    if (passedOn.includes(api.name))
      accesses.set(api.name, { api, baseUrl, auth, audience: undefined, fetch: globalThis.fetch })
  }
  const urlOf = (api: string): string | undefined => accesses.get(api)?.baseUrl
  const restUrl = urlOf('orchestration')
  const operateUrl = urlOf('operate')
  const hasCluster = restUrl !== undefined || operateUrl !== undefined
  return {
    kind: 'cluster',
    name,
    readOnly: allowWrites
      ? undefined
      : `Read-only. To allow changes, restart with npm start -- --credentials FILE --allow-writes`,
    accesses,
    loadCluster: hasCluster
      ? once(async () => {
          const { connectCluster } = await import('@x/camunda')
          const addresses = { restUrl, operateUrl, tasklistUrl: urlOf('tasklist'), optimizeUrl: urlOf('optimize') }
          return connectCluster(addresses, { auth, version })
        })
      : undefined,
    tokenCaches: [],
  }
}
