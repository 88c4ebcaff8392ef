import {
  type Connection,
  connectionOf,
  createConnection,
  createTransport,
  RestError,
  type Transport,
  toBinaryResponse,
  toFormData,
} from '@x/rest'
import { parseExact } from '@x/rest/json'
import { orchestrationApi } from './about.ts'
import { resolveAddresses } from './base-url.ts'
import { checkResources } from './check-resources.ts'
import { withRequestTimeout, withTenant } from './defaults.ts'
import { explain, isNotServed } from './explain.ts'
import type { OrchestrationClient } from './generated/client.ts'
import type { OrchestrationClientOptions } from './options.ts'

const versions: readonly string[] = ['8.8', '8.9', '8.10']

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
    tenantId,
    ...rest
  } = source as OrchestrationClientOptions
  const { api, cluster } = resolveAddresses(baseUrl, tenantPath)
  if (tenantId !== undefined && (typeof tenantId !== 'string' || tenantId === '')) {
    throw new RestError('config_invalid', '`tenantId` must be a string that is not empty')
  }
  if (rest.version !== undefined && !versions.includes(rest.version)) {
    throw new RestError('config_invalid', `\`version\` must be one of ${versions.join(', ')}`)
  }
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
  const transport = withAdministration(createTransport(options), admin)
  return createConnection(options, withDefaults(transport, { ...rest, tenantId }))
}

/** Adds to each call what the client's options say, and what it takes that the response can arrive. */
function withDefaults(
  transport: Transport,
  { tenantId, timeoutMs, version }: Pick<OrchestrationClientOptions, 'tenantId' | 'timeoutMs' | 'version'>,
): Transport {
  return {
    call(route, input = {}, options, read) {
      if (route.id === 'deployments.create') checkResources(route.id, Object(input.form), version)
      const sent = tenantId === undefined ? input : withTenant(route, input, tenantId)
      return transport.call(route, sent, withRequestTimeout(route, sent, options, timeoutMs), read)
    },
  }
}

/** The operations of the cluster's administration have complete paths and credentials of their own. */
function withAdministration(transport: Transport, admin: Transport): Transport {
  return {
    call: (route, ...args) => (route.path.startsWith('/cluster/v2/') ? admin : transport).call(route, ...args),
  }
}
