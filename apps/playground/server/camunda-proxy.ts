import { createOAuth, type TokenStorage } from '@x/auth'
import { createProxy, type ProxiedApi } from '@x/proxy'
import { type ApiCredentials, addressOf, apis, audienceOf, loadOperations } from '../src/apis.ts'
import { isReading } from '../src/calls/is-reading.ts'

export interface CamundaProxyOptions {
  readonly credentials: ApiCredentials
  /** Of the page. */
  readonly origin: string
  readonly session: (request: Request) => boolean
  /** False lets the page call only what reads. */
  readonly allowWrites: boolean
  readonly storage: TokenStorage | undefined
}

/** The backend-for-frontend of the playground: every API that the credentials open. */
export async function createCamundaProxy(
  options: CamundaProxyOptions,
): Promise<(request: Request) => Promise<Response>> {
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
  return createProxy({ basePath: '/camunda', origins: [options.origin], session: options.session, apis: proxied })
}
