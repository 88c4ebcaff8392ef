import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { stopSignal } from '@x/worker/node'

const camunda = connectCluster(readClusterCredentials())
await camunda.work(
  { 'charge-card': async (job) => ({ receipt: `R-${job.processInstanceKey}` }) },
  { signal: stopSignal() }, // until SIGTERM or Ctrl+C
)
