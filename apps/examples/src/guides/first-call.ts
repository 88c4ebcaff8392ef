import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOrchestrationClient } from '@x/orchestration'

const cluster = readClusterCredentials() // the variables of the downloaded file
const auth = createOAuth(cluster)
const camunda = createOrchestrationClient({ auth, baseUrl: cluster.restUrl })

const { items, total } = await camunda.processInstances.search({ filter: { state: 'ACTIVE' }, page: { limit: 5 } })
console.log(`${total} active process instances`)
for (const { processInstanceKey, processDefinitionId, startDate } of items) {
  console.log(processInstanceKey, processDefinitionId, startDate)
}
