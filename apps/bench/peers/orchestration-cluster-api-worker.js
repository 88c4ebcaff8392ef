import { createCamundaClient } from '@camunda8/orchestration-cluster-api'

/** The official worker over REST, with its default settings. */
export function open({ baseUrl, type, maxJobs, handle }) {
  const config = { CAMUNDA_AUTH_STRATEGY: 'NONE', CAMUNDA_REST_ADDRESS: baseUrl }
  createCamundaClient({ config, log: { level: 'silent' } }).createJobWorker({
    jobType: type,
    maxParallelJobs: maxJobs,
    jobTimeoutMs: 60_000,
    async jobHandler(job) {
      await handle()
      return job.complete()
    },
  })
}
