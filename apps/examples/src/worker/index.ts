import { createOAuth } from '@x/auth'
import { type CloudflareKVNamespace, cloudflareKVStorage } from '@x/auth/storage/cloudflare-kv'
import { readClusterCredentials } from '@x/env'
import { createIncidents } from '@x/operate/incidents'
import { createIncidentsHandler } from '../edge-handler.ts'

/** The bindings in `wrangler.jsonc`. */
export interface Env {
  readonly TOKENS: CloudflareKVNamespace
  readonly CAMUNDA_CLIENT_ID: string
  readonly CAMUNDA_CLIENT_SECRET: string
  readonly CAMUNDA_CLUSTER_ID: string
  readonly CAMUNDA_CLUSTER_REGION: string
}

/** Created with the first request of an isolate, and used by all following ones. */
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
  // Only this resource, to keep the Worker small.
  return createIncidentsHandler(createIncidents({ auth, baseUrl: cluster.operateUrl }))
}
