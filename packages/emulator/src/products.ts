import { createConsoleApi } from './console/api.ts'
import { statusOf } from './console/cluster.ts'
import type { Organization } from './console/organization.ts'
import { minorVersion } from './console/parameters.ts'
import { type ClusterSeed, seedOrganization } from './console/seed.ts'
import { createOperateApi, type OperateApi } from './operate/api.ts'
import type { OperateData } from './options.ts'
import type { Product } from './product.ts'
import { html, text } from './responses.ts'
import { ORGANIZATION_AUDIENCE } from './token/audiences.ts'

/** Everything the emulator serves besides its token endpoint. Another product is another entry here. */
export function createProducts(
  organization: Organization,
  clusters: readonly ClusterSeed[],
  operate: OperateData,
): readonly Product[] {
  return [consoleProduct(organization, clusters), operateProduct(organization, operate)]
}

function consoleProduct(organization: Organization, clusters: readonly ClusterSeed[]): Product {
  const api = createConsoleApi(organization, () => seedOrganization(organization, clusters))
  return {
    name: 'console',
    basePath: '/console',
    audience: ORGANIZATION_AUDIENCE,
    belongsTo: 'organization',
    isPublic: (path) => path === '/meta/ip-ranges',
    api: () => api,
    reset: () => api.reset(),
  }
}

function operateProduct(organization: Organization, data: OperateData): Product {
  // Made when first asked: most emulators are never asked for every cluster's data.
  const apis = new Map<string, OperateApi>()
  const seeded = new Set(organization.clusters.keys())
  return {
    name: 'operate',
    basePath: '/operate',
    audience: 'operate.camunda.io',
    belongsTo: 'cluster',
    scope: 'Operate',
    api: (clusterId = '') => {
      const cluster = organization.clusters.get(clusterId)
      if (cluster === undefined) return text(404, 'Not Found')
      // Operate v1 ended with Camunda 8.9.
      if (minorVersion(cluster.generation) > 9) return text(404, 'Not Found')
      const status = statusOf(cluster, organization.clock.now())
      if (status !== 'Healthy' && status !== 'Updating') return html(503, 'Service Temporarily Unavailable')
      let api = apis.get(clusterId)
      if (api === undefined) {
        // Nothing has run yet on a cluster that was only just created.
        const empty = seeded.has(clusterId) ? {} : { processInstances: 0 }
        api = createOperateApi({ clock: organization.clock, clusterId, ...data, ...empty })
        apis.set(clusterId, api)
      }
      return api
    },
    reset: () => {
      for (const [clusterId, api] of apis) {
        if (seeded.has(clusterId)) api.reset()
        else apis.delete(clusterId)
      }
    },
  }
}
