import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import type { ConsoleClient } from './generated/client.ts'
import type { ConsoleClientOptions } from './options.ts'

/**
 * Creates a client of the Console API, which Camunda also calls Administration API. It belongs to Camunda 8 SaaS and needs
 * an API client of the organization (Console: Organization > Administration API), not one of a cluster.
 *
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError`.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { createConsoleClient } from '@x/console'
 * import { readOrganizationCredentials } from '@x/env'
 *
 * const organization = readOrganizationCredentials()
 * const administration = createConsoleClient({ auth: createOAuth(organization), baseUrl: organization.consoleUrl })
 * for (const cluster of await administration.clusters.list()) console.log(cluster.name, cluster.status.ready)
 * ```
 * @see [Administration API](https://docs.camunda.io/docs/apis-tools/administration-api/administration-api-reference/)
 */
export function createConsoleClient(options: ConsoleClientOptions): ConsoleClient {
  return createCheckedResources(connect(options), checked)
}
