import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { stopSignal } from '@x/worker/node'

const camunda = connectCluster(readClusterCredentials())
await camunda.work(
  { 'charge-card': async () => ({ paid: true }) },
  {
    signal: stopSignal(),
    onEvent(event) {
      if (event.type === 'job_completed') console.log(event.jobType, event.jobKey)
      if (event.type === 'job_failed') console.error(event.jobType, event.jobKey, `${event.retries} left`, event.error)
      if (event.type === 'poll_failed') console.warn(`Polling ${event.jobType} again in ${event.delayMs} ms`)
    },
  },
)
