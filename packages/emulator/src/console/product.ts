import type { Product } from '../product.ts'
import { ORGANIZATION_AUDIENCE } from '../token/saas-login.ts'
import { createConsoleApi } from './api.ts'
import type { Organization } from './organization.ts'

/** Console, which belongs to the organization. */
export function createConsoleProduct(organization: Organization): Product {
  const api = createConsoleApi(organization)
  return {
    name: 'console',
    basePath: '/console',
    audience: ORGANIZATION_AUDIENCE,
    isPerCluster: false,
    isPublic: (_method, path) => path === '/meta/ip-ranges',
    api: () => api,
    reset: api.reset,
  }
}
