import type { Api } from '../api.ts'
import { runningCluster } from '../cluster-state.ts'
import type { Organization } from '../console/organization.ts'
import { minorVersion } from '../console/parameters.ts'
import type { Installation } from '../deployment.ts'
import type { Product } from '../product.ts'
import { text } from '../responses.ts'
import { clusterAudience } from '../token/keycloak.ts'
import { saasAudience } from '../token/saas-login.ts'
import { createOperateApi, type OperateApi } from './api.ts'
import { accessDenied, errorResponse } from './errors.ts'
import { type OperateData, readOperateData } from './options.ts'

/** Operate, one for each cluster. */
export interface OperateProduct extends Product {
  /** @throws TypeError for an unknown cluster. */
  resolveIncident(clusterId: string, key: string): void
}

/** Operates of the organization's clusters: there while the cluster runs, and up to Camunda 8.9. */
export function createOperateProduct(
  organization: Organization,
  data: OperateData,
  installation: Installation | undefined,
): OperateProduct {
  const settings = readOperateData(data)
  // Made when first asked: most emulators are never asked for every cluster's data.
  const apis = new Map<string, OperateApi>()
  const seeded = new Set(organization.clusters.keys())
  // An installation has one cluster, which no address names.
  const onlyCluster = (installation && organization.clusters.keys().next().value) ?? ''

  function apiOf(clusterId: string): OperateApi {
    let api = apis.get(clusterId)
    if (api === undefined) {
      // Nothing has run yet on a cluster that was only just created.
      const empty = seeded.has(clusterId) ? {} : { processInstances: 0 }
      api = createOperateApi({ clock: organization.clock, clusterId, ...settings, ...empty })
      apis.set(clusterId, api)
    }
    return api
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
      return installation ? withPage(apiOf(clusterId)) : apiOf(clusterId)
    },
    reset: () => {
      for (const [clusterId, api] of apis) {
        if (seeded.has(clusterId)) api.reset()
        else apis.delete(clusterId)
      }
    },
    resolveIncident: (clusterId, key) => {
      if (!organization.clusters.has(clusterId)) throw new TypeError(`The emulator has no cluster ${clusterId}.`)
      apiOf(clusterId).resolveIncident(key)
    },
  }
}

/** A session's CSRF token is read from the first page of the user interface; of that interface there is no more. */
function withPage(api: Api): Api {
  const page = (): Response => text(200, 'The user interface of Operate is not emulated, only its API below /v1.')
  return {
    ...api,
    handle: (request) => (request.path === '/' && request.method === 'GET' ? page() : api.handle(request)),
  }
}
