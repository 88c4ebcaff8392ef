import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import type { OperateClient } from './generated/client.ts'
import type { OperateClientOptions } from './options.ts'

/**
 * Creates a client of the Operate API v1, on SaaS or Self-Managed.
 *
 * Camunda serves it up to 8.9; it has been deprecated since 8.8, in favor of the Orchestration Cluster REST API v2. 64-bit
 * keys are strings, exact in both directions. Responses are checked leniently: members and enumeration values of newer
 * servers are accepted.
 *
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError` of `@x/rest`.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
 * @example
 * const cluster = readClusterCredentials()
 * const operate = createOperateClient({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl })
 * const { items, total } = await operate.processInstances.search({ filter: { state: 'ACTIVE' }, size: 50 })
 * @see [Operate API](https://docs.camunda.io/docs/8.7/apis-tools/operate-api/overview/)
 */
export function createOperateClient(options: OperateClientOptions): OperateClient {
  return createCheckedResources(connect(options), checked)
}
