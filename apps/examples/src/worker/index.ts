import { createOAuth } from '@x/auth'
import { type CloudflareKVNamespace, cloudflareKVStorage } from '@x/auth/storage/cloudflare-kv'
import { readClusterCredentials } from '@x/env'
import { createIncidents } from '@x/operate/incidents'
import { createIncidentsHandler } from '../edge-handler.ts'

/** What `wrangler.jsonc` binds. */
export interface Env {
  readonly TOKENS: CloudflareKVNamespace
  readonly CAMUNDA_CLIENT_ID: string
  readonly CAMUNDA_CLIENT_SECRET: string
  readonly CAMUNDA_CLUSTER_ID: string
  readonly CAMUNDA_CLUSTER_REGION: string
}

/** Made at the first request of an isolate, and used by all that follow. */
let handle: ((request: Request) => Promise<Response>) | undefined

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    handle ??= createHandler(env)
    return handle(request)
  },
}

function createHandler({ TOKENS, ...variables }: Env): (request: Request) => Promise<Response> {
  const cluster = readClusterCredentials(variables)
  const auth = createOAuth({ ...cluster, storage: cloudflareKVStorage(TOKENS) })
  // This resource alone: a Worker has to be small.
  return createIncidentsHandler(createIncidents({ auth, baseUrl: cluster.operateUrl }))
}
