import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { createWorker } from '@x/worker'

const camunda = connectCluster(readClusterCredentials())
const worker = createWorker({
  orchestration: camunda.orchestration,
  jobs: { 'charge-card': async () => ({ paid: true }) },
})
await worker.runFor({ ms: 50_000 }) // returns earlier once no jobs are left
console.log(`${worker.stats().completed} jobs completed`)
