import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const stuck = { state: 'ACTIVE', hasIncident: true } as const
let count = 0
for await (const { processInstanceKey, processDefinitionId } of camunda.processInstances.searchAll({ filter: stuck })) {
  count += 1
  console.log(processDefinitionId, processInstanceKey)
}
console.log(`${count} stuck process instances on Camunda ${await camunda.version()}`)
