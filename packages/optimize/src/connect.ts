import { type Connection, checkBaseUrl, connectionOf, createConnection, createTransport } from '@x/rest'
import { parseExact } from '@x/rest/json'
import { optimizeApi } from './about.ts'
import { explain, isNotServed } from './explain.ts'
import type { OptimizeClient } from './generated/client.ts'
import type { OptimizeClientOptions } from './options.ts'

/**
 * Returns the connection of a client, or creates one.
 *
 * @throws `RestError` with code `config_invalid` if an option is missing or malformed
 */
export function connect(source: OptimizeClientOptions | Partial<OptimizeClient>): Connection {
  const known = connectionOf(source)
  if (known) return known
  const { baseUrl, audience = optimizeApi.audience, ...rest } = source as OptimizeClientOptions
  const options = {
    ...rest,
    api: optimizeApi.title,
    baseUrl: `${checkBaseUrl(baseUrl).replace(/\/api$/, '')}${optimizeApi.versionPath}`,
    audience: audience === '' ? undefined : audience,
    explain,
    isNotServed,
    // Exported reports are imported unchanged: a long number must remain a number.
    parseJson: parseExact,
  }
  // Optimize up to 8.9 rejects a token where none is required.
  const anonymous = createTransport({ ...options, auth: { headers: () => rest.auth.anonymous?.() ?? {} } })
  return createConnection(options, (transport) => ({
    call: (route, ...args) => (route.authenticated === false ? anonymous : transport).call(route, ...args),
  }))
}
