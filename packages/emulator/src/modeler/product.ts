import type { Organization } from '../console/organization.ts'
import { createLazyApi } from '../lazy-api.ts'
import type { Product } from '../product.ts'
import { MODELER_AUDIENCE } from '../token/keycloak.ts'
import { ORGANIZATION_AUDIENCE } from '../token/saas-login.ts'
import type { ModelerApiOptions } from './api.ts'

/** Options for the emulator's Web Modeler. */
export type ModelerData = Pick<ModelerApiOptions, 'requestsPerMinute' | 'version'>

/** Web Modeler, a product of the organization. Its base URL for clients ends with `/modeler` or `/modeler/api/v1`. */
export function createModelerProduct(
  organization: Organization,
  origin: string,
  data: ModelerData,
  isInstalled: boolean,
): Product {
  const { id, clock, members } = organization
  const options: ModelerApiOptions = {
    clock,
    members,
    organizationId: isInstalled ? undefined : id,
    // The id of the organization comes from the emulator's seed.
    seed: Number.parseInt(id.slice(0, 8), 16),
    webUrl: `${origin}/modeler`,
    requestsPerMinute: isInstalled ? false : undefined,
    ...data,
  }
  const api = createLazyApi(async () => (await import('./api.ts')).createModelerApi(options))
  return {
    name: 'modeler',
    basePath: '/modeler',
    audience: isInstalled ? MODELER_AUDIENCE : ORGANIZATION_AUDIENCE,
    isPerCluster: false,
    api: () => api,
    reset: api.reset,
  }
}
