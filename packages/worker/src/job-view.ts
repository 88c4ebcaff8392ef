import type { ActivatedJob } from './api.ts'
import type { HeldJob } from './held-job.ts'
import type { Job } from './job.ts'
import { expectMs } from './settings.ts'

/** The members of a job are its own; what belongs to the worker is on the prototype, which costs nothing for each job. */
class JobView {
  readonly #held: HeldJob

  constructor(held: HeldJob, variables: unknown) {
    this.#held = held
    Object.assign(this, held.job, { variables })
  }

  get signal(): AbortSignal {
    return this.#held.signal
  }

  /** Bound, so that a handler can destructure it. */
  get extendTimeout(): (ms: number) => Promise<void> {
    const held = this.#held
    return async (ms) => {
      expectMs(ms, '`ms` of extendTimeout')
      const { run, job } = held
      const lease = job.jobLeaseToken ? { jobLeaseToken: job.jobLeaseToken } : {}
      await run.settings.api.update(job.jobKey, { changeset: { timeout: ms }, ...lease })
      held.extend(ms)
    }
  }
}

/** Makes of a job what its handler gets. */
export function viewJob(held: HeldJob, variables: unknown): Job<unknown> {
  return new JobView(held, variables) as JobView & Omit<ActivatedJob, 'variables'> & { variables: unknown }
}
