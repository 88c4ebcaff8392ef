import { type Connection, connectionOf, createConnection, type Transport } from '@x/rest'
import { hubApi } from './about.ts'
import { resolveBaseUrl } from './base-url.ts'
import { checkAssets } from './check-assets.ts'
import { explain, isNotServed } from './explain.ts'
import type { HubClient } from './generated/client.ts'
import type { HubClientOptions } from './options.ts'

/**
 * Returns the connection of a client, or creates one.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function connect(source: HubClientOptions | Partial<HubClient>): Connection {
  const known = connectionOf(source)
  if (known) return known
  const { baseUrl: given, audience, ...shared } = source as HubClientOptions
  const { baseUrl, saas } = resolveBaseUrl('baseUrl' in source ? given : hubApi.baseUrl)
  const options = {
    ...shared,
    api: hubApi.title,
    baseUrl,
    audience: audience ?? (saas ? hubApi.audience : undefined),
    explain,
    isNotServed,
  }
  return createConnection(options, withAssets)
}

/** Checks the files of the catalog in every mode of validation: assets that are not accepted become unpublished. */
function withAssets(transport: Transport): Transport {
  return {
    async call(route, input, options, read) {
      if (route.id === 'catalog.ingestAssets') checkAssets(route.id, Object(input?.form))
      return transport.call(route, input, options, read)
    },
  }
}
