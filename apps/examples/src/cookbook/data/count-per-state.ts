import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
for (const state of ['ACTIVE', 'COMPLETED', 'TERMINATED'] as const) {
  const { total, totalIsExact } = await camunda.processInstances.search({ filter: { state }, page: { limit: 1 } })
  console.log(state, totalIsExact ? total : `${total} or more`)
}
