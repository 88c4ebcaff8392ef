import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const { processInstanceKey, variables } = await camunda.orchestration.processInstances.create({
  processDefinitionId: 'price',
  variables: { orderId: 'A-1', amount: 3 },
  awaitCompletion: true,
  requestTimeout: 60_000, // give up after a minute; the instance continues
  fetchVariables: ['total'],
})
console.log(processInstanceKey, variables.total)
