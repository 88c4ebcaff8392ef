import { createOAuth, type OAuth, type TokenStorage } from '@x/auth'
import { createProxy, type ProxiedApi } from '@x/proxy'
import { type ApiCredentials, addressOf, apis, audienceOf, loadOperations } from '../src/apis.ts'
import { isReading } from '../src/calls/is-reading.ts'

/** Path of the proxy on the page's own host. */
export const PROXY_PATH = '/camunda'

export interface CamundaProxyOptions {
  readonly credentials: ApiCredentials
  /** Of the page. */
  readonly origin: string
  readonly session: (request: Request) => boolean
  /** False lets the page call only what changes nothing. */
  readonly allowWrites: boolean
  readonly storage: TokenStorage | undefined
}

export interface CamundaProxy {
  readonly answer: (request: Request) => Promise<Response>
  /** Names of the APIs that it passes on. */
  readonly apis: readonly string[]
  readonly organizationAuth: OAuth | undefined
}

/** Creates the backend-for-frontend of the playground: every API that the credentials are good for. */
export async function createCamundaProxy(options: CamundaProxyOptions): Promise<CamundaProxy> {
  const { credentials } = options
  const authenticators = new Map(
    (['cluster', 'organization'] as const).flatMap((kind) => {
      const client = credentials[kind]
      return client ? [[kind, createOAuth({ ...client, storage: options.storage })] as const] : []
    }),
  )
  const proxied: Record<string, ProxiedApi> = {}
  for (const api of apis) {
    const auth = authenticators.get(api.credentials)
    const baseUrl = addressOf(api, credentials)
    if (!auth || !baseUrl) continue
    const operations = await loadOperations(api)
    const allowed = operations.filter((operation) => options.allowWrites || isReading(operation))
    proxied[api.name] = {
      baseUrl,
      versionPath: api.versionPath,
      auth,
      audience: audienceOf(api, credentials),
      operations,
      allow: allowed.map(({ id }) => id),
    }
  }
  const { origin, session } = options
  return {
    answer: createProxy({ basePath: PROXY_PATH, origins: [origin], session, apis: proxied }),
    apis: Object.keys(proxied),
    organizationAuth: authenticators.get('organization'),
  }
}
