import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const { total } = await camunda.processInstances.search(
  { filter: { state: 'ACTIVE' }, page: { limit: 1 } },
  { timeoutMs: 2000, retry: false }, // a response within two seconds, or a TimeoutError
)
console.log(total)
