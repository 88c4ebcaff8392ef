import { createOAuth } from '@x/auth'
import { type DurableObjectStub, durableObjectStorage } from '@x/auth/storage/durable-object'
import { readClusterCredentials } from '@x/env'
import { createProcessInstances, type ProcessInstances } from '@x/orchestration/process-instances'

export { TokenStorageObject } from '@x/auth/storage/durable-object'

interface Env {
  readonly TOKENS: { idFromName(name: string): unknown; get(id: unknown): DurableObjectStub }
  readonly CAMUNDA_CLIENT_ID: string
  readonly CAMUNDA_CLIENT_SECRET: string
  readonly CAMUNDA_CLUSTER_ID: string
  readonly CAMUNDA_CLUSTER_REGION: string
}

let processInstances: ProcessInstances | undefined

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    processInstances ??= connect(env) // once for each isolate
    const { total } = await processInstances.search(
      { filter: { state: 'ACTIVE' }, page: { limit: 1 } },
      { signal: request.signal },
    )
    return Response.json({ active: total })
  },
}

function connect({ TOKENS, ...variables }: Env): ProcessInstances {
  const cluster = readClusterCredentials(variables)
  const storage = durableObjectStorage(() => TOKENS.get(TOKENS.idFromName('tokens')))
  return createProcessInstances({ auth: createOAuth({ ...cluster, storage }), baseUrl: cluster.restUrl })
}
