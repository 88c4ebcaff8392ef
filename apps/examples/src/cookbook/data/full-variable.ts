import process from 'node:process'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const [processInstanceKey = ''] = process.argv.slice(2)
const { items } = await camunda.variables.search({ filter: { processInstanceKey, name: 'report' } })
for (const found of items) {
  // A search truncates long values, so they are no longer valid JSON.
  const { name, value } = found.isTruncated ? await camunda.variables.get(found.variableKey) : found
  console.log(name, Object.keys(JSON.parse(value)).length)
}
