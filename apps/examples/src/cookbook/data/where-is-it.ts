import process from 'node:process'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const [processInstanceKey = ''] = process.argv.slice(2)
const filter = { processInstanceKey }
for await (const { elementId, type, state } of camunda.elementInstances.searchAll({
  filter,
  sort: [{ field: 'startDate' }],
})) {
  console.log(elementId, type, state)
}
