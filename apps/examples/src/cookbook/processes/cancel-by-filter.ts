import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const { orchestration } = camunda
const { batchOperationKey } = await orchestration.processInstances.cancelBatch({
  filter: { processDefinitionId: 'order', startDate: { $lt: new Date(Date.now() - 60_000).toISOString() } },
})
const { state, operationsCompletedCount } = await orchestration.batchOperations.wait(batchOperationKey, {
  onProgress: (batch) => console.log(`${batch.operationsCompletedCount} of ${batch.operationsTotalCount}`),
})
console.log(state, operationsCompletedCount)
