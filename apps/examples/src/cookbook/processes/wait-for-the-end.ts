import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const { processInstanceKey } = await camunda.orchestration.processInstances.create({ processDefinitionId: 'order' })
const { state, endDate } = await camunda.processInstances.get(processInstanceKey, {
  waitFor: ({ state }) => state !== 'ACTIVE',
  waitForMs: 600_000,
})
console.log(state, endDate)
