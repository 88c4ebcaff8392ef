import type { ActivatedJob } from '@x/engine'
import type { RunningClock } from '../../clock.ts'
import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Waiting } from '../../engine/waiting.ts'
import type { Handlers } from '../handler.ts'

/** How long an activation waits for jobs by default, in milliseconds. */
const PATIENCE = 10_000

/** Job activation, which waits until there is a job, and the other operations of workers. */
export function jobOperations({ engine }: ClusterEngine, clock: RunningClock, waiting: Waiting): Handlers {
  return {
    'jobs.activate': async ({ body, request: { signal } }) => {
      const { requestTimeout = 0, tenantFilter: _, ...input } = body
      const activate = (): ActivatedJob[] | undefined => {
        const jobs = engine.activateJobs(input)
        return jobs.length > 0 ? jobs : undefined
      }
      // Below 0 it does not wait. With 0 the server uses its default.
      const patience = requestTimeout === 0 ? PATIENCE : Math.max(requestTimeout, 0)
      return { jobs: (await waiting.until(activate, clock.now() + patience, signal)) ?? [] }
    },
    'jobs.complete': ({ params: { jobKey = '' }, body }) => engine.completeJob(jobKey, body),
    'jobs.fail': ({ params: { jobKey = '' }, body }) => engine.failJob(jobKey, body),
    'jobs.throwError': ({ params: { jobKey = '' }, body }) => engine.throwError(jobKey, body),
    'jobs.update': ({ params: { jobKey = '' }, body: { changeset, jobLeaseToken } }) =>
      engine.updateJob(jobKey, { ...changeset, jobLeaseToken }),
  }
}
