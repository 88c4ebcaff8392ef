import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const filter = { state: 'ACTIVE', processDefinitionId: 'order' } as const
const { orchestration } = camunda
for await (const {
  incidentKey,
  processInstanceKey,
  elementId,
  errorMessage,
  jobKey,
} of orchestration.incidents.searchAll({
  filter,
})) {
  console.log(processInstanceKey, elementId, errorMessage)
  if (jobKey) await orchestration.jobs.update(jobKey, { changeset: { retries: 3 } })
  await orchestration.incidents.resolve(incidentKey)
}
