import { checkBaseUrl, expectOption } from '@x/rest'
import { orchestrationApi } from './about.ts'

/** The addresses that a client sends its calls to. */
export interface Addresses {
  /** Address of the API in its physical tenant, with the version. */
  readonly api: string
  /** Address of the cluster, without a version: the cluster administration has its own paths. */
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
  // `null` would become the name of a tenant.
  expectOption(
    tenantPath === '' || (typeof tenantPath === 'string' && id),
    'tenantPath',
    'the id of a physical tenant (a-z and 0-9) or /physical-tenants/<id>',
  )
  return { api: cluster + (id ? `/physical-tenants/${id}` : '') + orchestrationApi.versionPath, cluster }
}
