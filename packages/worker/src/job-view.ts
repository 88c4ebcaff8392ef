import type { HeldJob } from './held-job.ts'
import type { Job } from './job.ts'
import { expectMs } from './settings.ts'

/** Creates the job that is passed to a handler. */
export function viewJob(held: HeldJob, variables: unknown): Job<unknown> {
  return {
    ...held.job,
    variables,
    get signal() {
      return held.signal
    },
    async extendTimeout(ms) {
      expectMs(ms, '`ms` of extendTimeout')
      const { run, job } = held
      const { signal } = run.over
      const body = { changeset: { timeout: ms }, jobLeaseToken: job.jobLeaseToken ?? undefined }
      await run.settings.api.update(job.jobKey, body, { signal })
      held.extend(ms)
    },
  }
}
