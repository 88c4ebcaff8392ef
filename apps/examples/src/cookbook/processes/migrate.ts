import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const { orchestration, processDefinitions } = connectCluster(readClusterCredentials())
const { items } = await processDefinitions.search({ filter: { processDefinitionId: 'order', isLatestVersion: true } })
const [latest] = items
if (!latest) throw new Error('No process "order" is deployed')
const { batchOperationKey } = await orchestration.processInstances.migrateBatch({
  filter: { processDefinitionId: 'order', processDefinitionVersion: { $lt: latest.version } },
  migrationPlan: {
    targetProcessDefinitionKey: latest.processDefinitionKey,
    // Each element where an instance may be, and its counterpart in the new version.
    mappingInstructions: [{ sourceElementId: 'step-1', targetElementId: 'step-2' }],
  },
})
const batch = await orchestration.batchOperations.wait(batchOperationKey)
console.log(`${batch.operationsCompletedCount} migrated, ${batch.operationsFailedCount} failed`)
