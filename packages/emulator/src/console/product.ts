import { createLazyApi } from '../lazy-api.ts'
import type { Product } from '../product.ts'
import { ORGANIZATION_AUDIENCE } from '../token/saas-login.ts'
import type { Organization } from './organization.ts'

/** Console, a product of the organization. */
export function createConsoleProduct(organization: Organization): Product {
  const api = createLazyApi(async () => (await import('./api.ts')).createConsoleApi(organization))
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
