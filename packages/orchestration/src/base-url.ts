import { checkBaseUrl, RestError } from '@x/rest'
import { orchestrationApi } from './about.ts'

/** Where a client sends its calls. */
export interface Addresses {
  /** Of the API in its physical tenant, with version. */
  readonly api: string
  /** Of the cluster, without version: the administration has paths of its own. */
  readonly cluster: string
}

/**
 * Resolves the addresses from `baseUrl`: the address of the cluster, with or without `/v2`.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function resolveAddresses(baseUrl: string | URL | undefined, tenantPath = ''): Addresses {
  const cluster = checkBaseUrl(baseUrl).replace(/\/v[12]$/, '')
  const [, id] = /^(?:\/?physical-tenants\/)?([a-z0-9]{1,64})\/?$/.exec(tenantPath) ?? []
  // `null` would be read as the name of a tenant.
  if (typeof tenantPath !== 'string' || (tenantPath && id === undefined)) {
    throw new RestError(
      'config_invalid',
      '`tenantPath` must be the id of a physical tenant, of lower-case letters and digits, or its path /physical-tenants/<id>',
    )
  }
  return { api: cluster + (id ? `/physical-tenants/${id}` : '') + orchestrationApi.versionPath, cluster }
}
