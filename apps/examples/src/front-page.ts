// source the file that Console offers for an API client of the cluster, then: node front-page.ts
// #region first
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials()) // the variables of your credentials file
const order = { processDefinitionId: 'order-fulfilment', variables: { orderId: 'A-1' } }
await camunda.orchestration.processInstances.create(order)
for await (const incident of camunda.incidents.searchAll({ filter: { state: 'ACTIVE' } })) {
  console.log(incident.incidentKey, incident.errorMessage)
}
// #endregion first
