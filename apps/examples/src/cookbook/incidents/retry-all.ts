import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const { orchestration } = connectCluster(readClusterCredentials())
const failed = { processDefinitionId: 'order', state: 'ACTIVE', errorType: 'JOB_NO_RETRIES' } as const
for await (const { jobKey } of orchestration.incidents.searchAll({ filter: failed })) {
  if (jobKey) await orchestration.jobs.update(jobKey, { changeset: { retries: 1 } })
}
const { batchOperationKey } = await orchestration.processInstances.resolveIncidentsBatch({
  filter: { processDefinitionId: 'order', hasIncident: true },
})
const { operationsCompletedCount } = await orchestration.batchOperations.wait(batchOperationKey)
console.log(`${operationsCompletedCount} incidents resolved`)
