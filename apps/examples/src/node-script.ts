// source the file that Console offers for an API client of the cluster, then: node node-script.ts
// #region first
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOperateClient } from '@x/operate'

const cluster = readClusterCredentials() // the variables of the file that Console lets you download
const auth = createOAuth(cluster)
const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl })

const page = await operate.processInstances.search({ filter: { state: 'ACTIVE' }, size: 50 })
console.log(`${page.total} active process instances, ${page.items.length} on the first page`)

for await (const incident of operate.incidents.searchAll({ filter: { state: 'ACTIVE' } })) {
  console.log(incident.key, incident.message) // keys are strings, exact above 2^53
}
// #endregion first

const [first] = page.items
if (first) {
  const bpmn = await operate.processDefinitions.getXml(first.processDefinitionKey)
  console.log(`${first.bpmnProcessId} is ${bpmn.length} characters of BPMN`)
}
console.log(`${auth.stats().calls} calls, ${auth.stats().tokenRequests} token request`)
