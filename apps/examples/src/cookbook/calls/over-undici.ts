import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOrchestrationClient } from '@x/orchestration'
import { throughUndici } from '@x/rest/undici'
import { Agent } from 'undici'

const cluster = readClusterCredentials()
const camunda = createOrchestrationClient({
  auth: createOAuth(cluster),
  baseUrl: cluster.restUrl,
  fetch: throughUndici(new Agent({ connections: 50 })),
})
const searches = Array.from({ length: 20 }, () => camunda.processInstances.search({ page: { limit: 1 } }))
console.log((await Promise.all(searches)).length)
