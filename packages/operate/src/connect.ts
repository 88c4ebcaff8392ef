import { type Connection, checkBaseUrl, connectionOf, createConnection, type Transport } from '@x/rest'
import { parseJson } from '@x/rest/json'
import { operateApi } from './about.ts'
import { explain, isNotServed } from './explain.ts'
import type { OperateClient } from './generated/client.ts'
import type { OperateClientOptions } from './options.ts'
import { readSearchResponse, wireSearch } from './wire-search.ts'

/**
 * Returns the connection of a client, or creates one.
 *
 * @throws `RestError` with code `config_invalid` if an option is missing or malformed
 */
export function connect(source: OperateClientOptions | Partial<OperateClient>): Connection {
  const known = connectionOf(source)
  if (known) return known
  const { baseUrl, audience = operateApi.audience, rfc3339Dates = false, ...rest } = source as OperateClientOptions
  const options = {
    ...rest,
    api: operateApi.title,
    baseUrl: versioned(checkBaseUrl(baseUrl)),
    audience: audience === '' ? undefined : audience,
    explain,
    isNotServed,
    parseJson,
  }
  return createConnection(options, (transport) => withSearches(transport, rfc3339Dates))
}

function versioned(baseUrl: string): string {
  const { versionPath } = operateApi
  return baseUrl.endsWith(versionPath) ? baseUrl : baseUrl + versionPath
}

/** Converts searches to Operate's format, and adds sort values to pages without them. */
function withSearches(transport: Transport, rfc3339Dates: boolean): Transport {
  return {
    call: (route, input, options, read) =>
      route.paging
        ? transport.call(
            route,
            { ...input, body: wireSearch(route.id, input?.body as object, rfc3339Dates) },
            options,
            (response) => readSearchResponse(read ? read(response) : response),
          )
        : transport.call(route, input, options, read),
  }
}
