import { type Connection, connectionOf, createConnection, type Transport } from '@x/rest'
import { modelerApi } from './about.ts'
import { resolveBaseUrl } from './base-url.ts'
import { explain, isNotServed } from './explain.ts'
import type { ModelerClient } from './generated/client.ts'
import type { ModelerClientOptions } from './options.ts'
import { pace } from './pace.ts'
import { createRateLimiter, SAAS_REQUESTS_PER_MINUTE } from './rate-limiter.ts'
import { wireSearch } from './wire-search.ts'

/**
 * Returns the connection of a client, or creates one, with address, audience, rate limit and the format of searches.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function connect(source: ModelerClientOptions | Partial<ModelerClient>): Connection {
  const known = connectionOf(source)
  if (known) return known
  const { baseUrl: given, audience, requestsPerMinute, rateLimiter, ...shared } = source as ModelerClientOptions
  const { baseUrl, saas } = resolveBaseUrl('baseUrl' in source ? given : modelerApi.baseUrl)
  const options = {
    ...shared,
    api: modelerApi.title,
    baseUrl,
    audience: audience ?? (saas ? modelerApi.audience : undefined),
    explain,
    isNotServed,
  }
  const perMinute = requestsPerMinute ?? (saas ? SAAS_REQUESTS_PER_MINUTE : undefined)
  const limiter = rateLimiter ?? (perMinute !== false && createRateLimiter({ requestsPerMinute: perMinute }))
  return createConnection(options, (transport) => withSearches(limiter ? pace(options, limiter) : transport))
}

function withSearches(transport: Transport): Transport {
  return {
    call: (route, input, options, read) =>
      transport.call(
        route,
        route.paging ? { ...input, body: wireSearch(route.id, input?.body as object) } : input,
        options,
        read,
      ),
  }
}
