// source the file that Console offers for an API client of the cluster, then: node node-script.ts
// #region first
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOrchestrationClient } from '@x/orchestration'

const cluster = readClusterCredentials() // the variables of the file that Console lets you download
const auth = createOAuth(cluster)
const camunda = createOrchestrationClient({ auth, baseUrl: cluster.restUrl })

const { processInstanceKey } = await camunda.processInstances.create({
  processDefinitionId: 'order-fulfilment',
  variables: { orderId: 'A-1' },
})
const instance = await camunda.processInstances.get(processInstanceKey, { waitFor: true }) // visible seconds later
console.log(`process instance ${processInstanceKey} is ${instance.state}`)

for await (const incident of camunda.incidents.searchAll({ filter: { state: 'ACTIVE' } })) {
  console.log(incident.incidentKey, incident.errorMessage) // keys are strings, exact above 2^53
}
// #endregion first

const bpmn = await camunda.processDefinitions.getXml(instance.processDefinitionKey)
console.log(`${instance.processDefinitionId} is ${bpmn?.length ?? 0} characters of BPMN`)
console.log(`${auth.stats().calls} calls, ${auth.stats().tokenRequests} token request`)
