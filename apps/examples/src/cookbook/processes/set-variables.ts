import process from 'node:process'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const [processInstanceKey = ''] = process.argv.slice(2)
await camunda.orchestration.elementInstances.setVariables(processInstanceKey, {
  variables: { approved: true, limit: 5000 },
})
