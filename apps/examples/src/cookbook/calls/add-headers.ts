import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials(), {
  fetch(url, init) {
    const headers = new Headers(init.headers)
    headers.set('x-correlation-id', crypto.randomUUID())
    return fetch(url, { ...init, headers })
  },
})
await camunda.processInstances.search({ page: { limit: 1 } })
