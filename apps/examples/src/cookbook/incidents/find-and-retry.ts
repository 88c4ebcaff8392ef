import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const { orchestration } = connectCluster(readClusterCredentials())
const filter = { state: 'ACTIVE', processDefinitionId: 'order' } as const
for await (const incident of orchestration.incidents.searchAll({ filter })) {
  const { incidentKey, processInstanceKey, elementId, errorMessage, jobKey } = incident
  console.log(processInstanceKey, elementId, errorMessage)
  if (jobKey) await orchestration.jobs.update(jobKey, { changeset: { retries: 3 } })
  await orchestration.incidents.resolve(incidentKey)
}
