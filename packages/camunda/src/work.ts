import type { OrchestrationClient } from '@x/orchestration'
import type { RunOptions, WorkerOptions } from '@x/worker'
import { ClusterError } from './cluster/cluster-error.ts'
import type { Link } from './cluster/link.ts'

/** Options of `work`: those of a worker and of its run. */
export interface WorkOptions extends Omit<WorkerOptions, 'orchestration' | 'jobs'>, RunOptions {}

/**
 * Works on jobs until `signal` aborts, see `createWorker` of `@x/worker`. Running handlers then have `graceMs` to
 * finish, and the rest is handed back. Camunda serves jobs over REST from 8.6 on.
 *
 * @throws `ClusterError` with reason `too_old` for an older cluster
 */
export type Work = <Outputs extends Record<string, unknown>>(
  jobs: WorkerOptions<Outputs>['jobs'],
  options?: WorkOptions,
) => Promise<void>

/** The first minor version with jobs over REST. */
const firstWithJobs = 6

export function createWork(link: Link, { jobs: api }: Pick<OrchestrationClient, 'jobs'>): Work {
  return async (jobs, { signal, graceMs, ...options } = {}) => {
    const server = await link.server()
    if (server.reads === 'v1' && (server.version?.minor ?? 0) < firstWithJobs) {
      const message = `Jobs over REST require Camunda 8.${firstWithJobs} or later, but this cluster is older. Update it, or use gRPC`
      throw new ClusterError('too_old', message, server.tried)
    }
    const { createWorker } = await import('@x/worker')
    await createWorker({ ...options, orchestration: { jobs: api }, jobs }).run({ signal, graceMs })
  }
}
