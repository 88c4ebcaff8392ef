import type { Api } from '../api.ts'
import { runningCluster, unservedApi } from '../cluster-state.ts'
import type { Organization } from '../console/organization.ts'
import { minorVersion } from '../console/parameters.ts'
import type { Installation } from '../deployment.ts'
import type { Engines } from '../engine/engines.ts'
import { createLazyApi } from '../lazy-api.ts'
import type { Product } from '../product.ts'
import { text } from '../responses.ts'
import { clusterAudience } from '../token/keycloak.ts'
import { saasAudience } from '../token/saas-login.ts'
import { accessDenied, errorResponse } from './errors.ts'

/**
 * The Operate of each cluster: available while the cluster runs, up to Camunda 8.9, and only with a search database.
 */
export function createOperateProduct(
  organization: Organization,
  engines: Engines,
  installation: Installation | undefined,
): Product {
  const apis = new Map<string, Api>()
  // Self-Managed has one cluster, so addresses do not name it.
  const onlyCluster = (installation && organization.clusters.keys().next().value) ?? ''

  function apiOf(clusterId: string): Api {
    const api = apis.get(clusterId) ?? createLazyApi(() => loadApi(clusterId))
    apis.set(clusterId, api)
    return api
  }

  async function loadApi(clusterId: string): Promise<Api> {
    const { createOperateApi } = await import('./api.ts')
    return createOperateApi(await engines.load(clusterId))
  }

  return {
    name: 'operate',
    basePath: '/operate',
    audience: installation ? clusterAudience('Operate', installation.minor) : saasAudience('Operate'),
    isPerCluster: !installation,
    hasUsers: installation !== undefined,
    scope: 'Operate',
    forbidden: () => errorResponse(accessDenied()),
    api: (clusterId = onlyCluster) => {
      const cluster = runningCluster(organization, clusterId)
      if (cluster instanceof Response) return cluster
      if (minorVersion(cluster.generation) > 9) return text(404, 'Not Found')
      const api = cluster.storage === 'search' ? apiOf(clusterId) : unservedApi
      return installation ? withPage(api) : api
    },
    reset: () => apis.clear(),
  }
}

/**
 * The first page of the user interface, from which clients read the CSRF token of a session. The rest does not exist.
 */
function withPage(api: Api): Api {
  const page = (): Response => text(200, 'The user interface of Operate is not emulated, only its API below /v1.')
  return {
    ...api,
    handle: (request) => (request.path === '/' && request.method === 'GET' ? page() : api.handle(request)),
  }
}
