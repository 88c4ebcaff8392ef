import type { Product } from '../product.ts'
import { ORGANIZATION_AUDIENCE } from '../token/audiences.ts'
import { createConsoleApi } from './api.ts'
import type { Organization } from './organization.ts'
import { type ClusterSeed, seedOrganization } from './seed.ts'

/** Console, which belongs to the organization. Its reset brings back clusters, clients and members for everybody. */
export function createConsoleProduct(organization: Organization, clusters: readonly ClusterSeed[]): Product {
  const api = createConsoleApi(organization, () => seedOrganization(organization, clusters))
  return {
    name: 'console',
    basePath: '/console',
    audience: ORGANIZATION_AUDIENCE,
    belongsTo: 'organization',
    isPublic: (path) => path === '/meta/ip-ranges',
    api: () => api,
    reset: api.reset,
  }
}
