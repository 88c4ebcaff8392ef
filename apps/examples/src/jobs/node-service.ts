import process from 'node:process'
import { stopSignal } from '@x/worker/node'
import { createMailWorker } from './create-mail-worker.ts'

// A service that runs until SIGTERM, as Kubernetes and Docker send it. `terminationGracePeriodSeconds` is 30 there.
const worker = createMailWorker({
  variables: process.env,
  mailUrl: process.env.MAIL_URL,
  onEvent(event) {
    if (event.type === 'poll_failed') console.warn(`No jobs for ${event.delayMs} ms: ${event.error}`)
    if (event.type === 'job_failed') console.error(`Job ${event.jobKey} failed, ${event.retries} left: ${event.error}`)
  },
})
await worker.run({ signal: stopSignal(), graceMs: 25_000 })
