import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const { orchestration } = camunda
const { processInstanceKey } = await orchestration.processInstances.create({ processDefinitionId: 'order' })
const instance = await orchestration.processInstances.get(processInstanceKey, { waitFor: true }) // until it is found
const { items } = await orchestration.elementInstances.search(
  { filter: { processInstanceKey, state: 'ACTIVE', type: 'SERVICE_TASK' } },
  { waitFor: true, waitForMs: 30_000 }, // until there is at least one
)
console.log(instance.state, items[0]?.elementId)
