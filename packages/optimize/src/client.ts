import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import type { OptimizeClient } from './generated/client.ts'
import type { OptimizeClientOptions } from './options.ts'

/**
 * Creates a client of the public API of Optimize: export and import reports and dashboards, export the data of reports, label
 * variables, and ingest variables of other systems.
 *
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError` of `@x/rest`.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readClusterCredentials } from '@x/env'
 * import { createOptimizeClient } from '@x/optimize'
 *
 * const cluster = readClusterCredentials()
 * const optimize = createOptimizeClient({ auth: createOAuth(cluster), baseUrl: cluster.optimizeUrl })
 * for await (const record of optimize.reports.exportDataAll('b0eb845e-e8ed-4824-bd85-8cd69038f2f5')) {
 *   console.log(record.processInstanceId, record.duration)
 * }
 * ```
 * @see [Optimize API](https://docs.camunda.io/docs/apis-tools/optimize-api/overview/)
 */
export function createOptimizeClient(options: OptimizeClientOptions): OptimizeClient {
  return createCheckedResources(connect(options), checked)
}
