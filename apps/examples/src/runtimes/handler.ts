import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

// Outside the handler: all events of an instance share the client and its token.
const camunda = connectCluster(readClusterCredentials())

export async function handler() {
  const { total } = await camunda.processInstances.search({ filter: { state: 'ACTIVE' }, page: { limit: 1 } })
  return { statusCode: 200, body: JSON.stringify({ active: total }) }
}
