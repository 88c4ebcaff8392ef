import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials(), {
  onEvent(event) {
    if (event.type === 'response') console.log(event.operation, event.status, `${Math.round(event.durationMs)} ms`)
    if (event.type === 'retry') console.warn(event.operation, event.status, `again in ${event.delayMs} ms`)
    if (event.type === 'error') console.error(event.operation, event.error)
  },
})
await camunda.processInstances.search({ page: { limit: 1 } })
