import { type Connection, connectionOf, createConnection, expectOption, type FailedCall } from '@x/rest'
import { consoleApi } from './about.ts'
import type { ConsoleClient } from './generated/client.ts'
import type { ConsoleClientOptions } from './options.ts'

/**
 * Returns the connection of a client, or creates one.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function connect(source: ConsoleClientOptions | Partial<ConsoleClient>): Connection {
  const known = connectionOf(source)
  if (known) return known
  const options = { baseUrl: consoleApi.baseUrl, ...(source as ConsoleClientOptions) }
  expectOption(options.baseUrl, 'baseUrl', 'an address, or left out for SaaS')
  return createConnection({
    ...options,
    api: consoleApi.title,
    baseUrl: options.baseUrl,
    audience: options.audience ?? consoleApi.audience,
    explain,
  })
}

function explain({ status }: FailedCall): string | undefined {
  if (status === 401) return 'use an API client of the organization, not one of a cluster'
  if (status === 403) return 'the API client needs a permission, and the plan must cover it'
  return undefined
}
