import { createRequire } from 'node:module'

const { Camunda8 } = createRequire(import.meta.url)('@camunda8/sdk')

/** The Node SDK's worker over REST, with its default settings. */
export function open({ baseUrl, type, maxJobs, handle }) {
  const config = { CAMUNDA_AUTH_STRATEGY: 'NONE', ZEEBE_REST_ADDRESS: baseUrl, CAMUNDA_LOG_LEVEL: 'none' }
  new Camunda8(config).getCamundaRestClient().createJobWorker({
    type,
    worker: 'bench',
    maxJobsToActivate: maxJobs,
    timeout: 60_000,
    async jobHandler(job) {
      await handle()
      return job.complete()
    },
  })
}
