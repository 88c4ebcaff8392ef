import { createOAuth } from '@x/auth'
import { type DurableObjectStub, durableObjectStorage } from '@x/auth/storage/durable-object'
import { readClusterCredentials } from '@x/env'
import { createIncidents } from '@x/operate/incidents'
import { createIncidentsHandler } from '../edge-handler.ts'

// The Worker must export the class: { "bindings": [{ "name": "TOKENS", "class_name": "TokenStorageObject" }] }
export { TokenStorageObject } from '@x/auth/storage/durable-object'

/**
 * The same Worker with a Durable Object: with KV, locations that start at the same time may each request a token; here
 * they request one.
 */
export interface Env {
  readonly TOKENS: { idFromName(name: string): unknown; get(id: unknown): DurableObjectStub }
  readonly CAMUNDA_CLIENT_ID: string
  readonly CAMUNDA_CLIENT_SECRET: string
  readonly CAMUNDA_CLUSTER_ID: string
  readonly CAMUNDA_CLUSTER_REGION: string
}

let handle: ((request: Request) => Promise<Response>) | undefined

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    handle ??= createHandler(env)
    return handle(request)
  },
}

function createHandler({ TOKENS, ...variables }: Env): (request: Request) => Promise<Response> {
  const cluster = readClusterCredentials(variables)
  // A stub belongs to the request that created it, so each request creates its own.
  const storage = durableObjectStorage(() => TOKENS.get(TOKENS.idFromName('tokens')))
  const auth = createOAuth({ ...cluster, storage })
  return createIncidentsHandler(createIncidents({ auth, baseUrl: cluster.operateUrl }))
}
