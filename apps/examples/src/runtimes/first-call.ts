import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials()) // the variables of the credentials file
const { items, total } = await camunda.processInstances.search({ filter: { state: 'ACTIVE' }, page: { limit: 5 } })
console.log(`${total} active process instances on Camunda ${await camunda.version()}`)
for (const { processInstanceKey, processDefinitionId, startDate } of items) {
  console.log(processInstanceKey, processDefinitionId, startDate)
}
