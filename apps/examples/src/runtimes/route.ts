import { type ConnectedCluster, connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

export const runtime = 'edge'

let camunda: ConnectedCluster | undefined

export async function GET(request: Request): Promise<Response> {
  camunda ??= connectCluster(readClusterCredentials()) // with the first request: a build has no secrets
  const query = { filter: { state: 'ACTIVE' }, page: { limit: 1 } } as const
  const { total } = await camunda.processInstances.search(query, { signal: request.signal })
  return Response.json({ active: total })
}
