import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import type { Job } from '@x/worker'
import { stopSignal } from '@x/worker/node'

const camunda = connectCluster(readClusterCredentials())
const jobs = {
  'charge-card': async (job: Job) => ({ receipt: `R-${job.variables.orderId}` }), // becomes a variable
  'send-mail': async (job: Job) => console.log(`Mail to ${job.variables.email}`),
}
await camunda.work(jobs, { signal: stopSignal() }) // until Ctrl+C or SIGTERM
