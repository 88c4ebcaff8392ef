import type { Api } from './api.ts'
import { type Cluster, statusOf } from './console/cluster.ts'
import type { Organization } from './console/organization.ts'
import { Problem, problemResponse } from './problem.ts'
import { html, text } from './responses.ts'

/** Returns the cluster, or the response of the proxy if the cluster does not exist or is not running. */
export function runningCluster({ clusters, clock }: Organization, clusterId: string): Cluster | Response {
  const cluster = clusters.get(clusterId)
  if (cluster === undefined) return text(404, 'Not Found')
  const status = statusOf(cluster, clock.now())
  return status === 'Healthy' || status === 'Updating' ? cluster : html(503, 'Service Temporarily Unavailable')
}

/** The response of the web framework for an API that the cluster's application does not have. */
export const unservedApi: Api = {
  handle: ({ path }) => problemResponse(new Problem(404, `No static resource ${path.slice(1)}.`), path),
  reset: () => {},
}
