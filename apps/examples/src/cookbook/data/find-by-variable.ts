import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const filter = { variables: [{ name: 'orderId', value: JSON.stringify('A-1') }] } // the value as JSON: "A-1", in quotes
for await (const { processInstanceKey, state } of camunda.processInstances.searchAll({ filter })) {
  console.log(processInstanceKey, state)
}
