import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { readResources } from '@x/orchestration/node'

const camunda = connectCluster(readClusterCredentials())
const { orchestration } = camunda
const tenantId = 'acme'
await orchestration.deployments.create({ resources: await readResources('processes/*.bpmn'), tenantId })
await orchestration.processInstances.create({ processDefinitionId: 'price', tenantId, variables: { amount: 1 } })
const { total } = await camunda.processInstances.search({ filter: { tenantId } }, { waitFor: true })
console.log(`${total} instances of ${tenantId}`)
