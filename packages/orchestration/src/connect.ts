import {
  type ApiError,
  type Connection,
  connectionOf,
  createConnection,
  createTransport,
  expectOption,
  type Lifetime,
  unknownTo,
} from '@x/rest'
import { parseExact } from '@x/rest/json'
import { orchestrationApi } from './about.ts'
import { resolveAddresses } from './base-url.ts'
import { checkFiles } from './check-files.ts'
import { withRequestTimeout, withTenant } from './defaults.ts'
import { explain, isNotServed } from './explain.ts'
import type { OrchestrationClient } from './generated/client.ts'
import type { OrchestrationClientOptions } from './options.ts'

const versions: readonly string[] = ['8.8', '8.9', '8.10']

/**
 * Returns the connection of a client, or creates one.
 *
 * @throws `RestError` with code `config_invalid` if an option is missing or malformed
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
    version,
    ...rest
  } = source as OrchestrationClientOptions
  const { api, cluster } = resolveAddresses(baseUrl, tenantPath)
  const isTenant = tenantId === undefined || (typeof tenantId === 'string' && tenantId)
  expectOption(isTenant, 'tenantId', 'a string that is not empty')
  expectOption([undefined, ...versions].includes(version), 'version', `one of ${versions.join(', ')}`)
  const options = {
    ...rest,
    api: orchestrationApi.title,
    baseUrl: api,
    audience: audience === '' ? undefined : audience,
    explain,
    isNotServed,
    // Keys are strings in this API, so a long number belongs to a variable.
    parseJson: parseExact,
  }
  // The operations of the cluster administration have complete paths and their own credentials.
  const admin = createTransport({ ...options, auth: clusterAdminAuth ?? rest.auth, baseUrl: cluster })
  /** The members of a request that not every version knows. A request is sent as soon as it has been checked. */
  let newer = ''
  const whyUnknown = (known: Lifetime & { readonly name?: string }): string | undefined => {
    if (version) return unknownTo(version, known)
    // First comes the operation, which has no name.
    if (!known.name) newer = ''
    else if (versions.indexOf(`${known.since}`) > 0) newer += `. Camunda has ${known.name} from ${known.since} on`
    return undefined
  }
  return createConnection({ ...options, whyUnknown }, (transport) => ({
    call(route, input = {}, callOptions, read) {
      const hint = newer
      newer = ''
      checkFiles(route.id, Object(input.form), version)
      const sent = withTenant(route, input, tenantId)
      const limits = withRequestTimeout(route, sent, callOptions, rest.timeoutMs)
      const answer = (route.path.startsWith('/cluster/v2/') ? admin : transport).call<never>(route, sent, limits, read)
      const addHint = (error: Partial<ApiError>): never => {
        if (error?.status === 400) error.message += hint
        throw error
      }
      return hint ? answer.catch(addHint) : answer
    },
  }))
}
