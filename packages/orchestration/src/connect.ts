import {
  type Connection,
  connectionOf,
  createConnection,
  createTransport,
  type Transport,
  toBinaryResponse,
  toFormData,
} from '@x/rest'
import { parseExact } from '@x/rest/json'
import { orchestrationApi } from './about.ts'
import { resolveAddresses } from './base-url.ts'
import { explain, isNotServed } from './explain.ts'
import type { OrchestrationClient } from './generated/client.ts'
import type { OrchestrationClientOptions } from './options.ts'

/**
 * Returns the connection of a client, or makes one.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 */
export function connect(source: OrchestrationClientOptions | Partial<OrchestrationClient>): Connection {
  const known = connectionOf(source)
  if (known) return known
  const {
    baseUrl,
    audience = orchestrationApi.audience,
    tenantPath,
    clusterAdminAuth,
    ...rest
  } = source as OrchestrationClientOptions
  const { api, cluster } = resolveAddresses(baseUrl, tenantPath)
  const options = {
    ...rest,
    api: orchestrationApi.title,
    baseUrl: api,
    audience: audience === '' ? undefined : audience,
    explain,
    isNotServed,
    // Keys are text here, so that a long number is one of a variable.
    parseJson: parseExact,
    writeForm: toFormData,
    readBytes: toBinaryResponse,
  }
  const admin = createTransport({ ...options, auth: clusterAdminAuth ?? rest.auth, baseUrl: cluster })
  return createConnection(options, withAdministration(createTransport(options), admin))
}

/** The operations of the cluster's administration have complete paths and credentials of their own. */
function withAdministration(transport: Transport, admin: Transport): Transport {
  return {
    call: (route, ...args) => (route.path.startsWith('/cluster/v2/') ? admin : transport).call(route, ...args),
  }
}
