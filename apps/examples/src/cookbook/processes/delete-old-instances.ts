import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const before = new Date(Date.now() - 90 * 24 * 60 * 60 * 1000).toISOString()
const { batchOperationKey } = await camunda.orchestration.processInstances.deleteBatch({
  filter: { state: { $in: ['COMPLETED', 'TERMINATED'] }, endDate: { $lt: before } },
})
const { operationsCompletedCount } = await camunda.orchestration.batchOperations.wait(batchOperationKey)
console.log(`${operationsCompletedCount} deleted`)
