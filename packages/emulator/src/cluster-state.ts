import { type Cluster, statusOf } from './console/cluster.ts'
import type { Organization } from './console/organization.ts'
import { html, text } from './responses.ts'

/** The cluster, or what a proxy answers for one that does not exist or does not run. */
export function runningCluster({ clusters, clock }: Organization, clusterId: string): Cluster | Response {
  const cluster = clusters.get(clusterId)
  if (cluster === undefined) return text(404, 'Not Found')
  const status = statusOf(cluster, clock.now())
  return status === 'Healthy' || status === 'Updating' ? cluster : html(503, 'Service Temporarily Unavailable')
}
