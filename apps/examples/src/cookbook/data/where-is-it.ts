import process from 'node:process'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const [processInstanceKey = ''] = process.argv.slice(2)
const query = { filter: { processInstanceKey }, sort: [{ field: 'startDate' }] } as const
for await (const { elementId, type, state } of camunda.elementInstances.searchAll(query)) {
  console.log(elementId, type, state)
}
