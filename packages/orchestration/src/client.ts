import { createCheckedResources } from '@x/rest/shapes'
import { connect } from './connect.ts'
import { checked } from './generated/checked.ts'
import type { OrchestrationClient } from './generated/client.ts'
import type { OrchestrationClientOptions } from './options.ts'

/**
 * Creates a client of the Orchestration Cluster API v2, the engine's own API: deploy, start, modify and query
 * processes, and work on their jobs. Camunda serves it from 8.8 on, commands and jobs from 8.6; later additions are
 * marked with `@since`.
 *
 * Keys are strings. Reads lag behind commands by up to some seconds: pass `waitFor` to read what you have just written.
 * Long integers in variables are exact, as `bigint`.
 *
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError` of `@x/rest`.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readClusterCredentials } from '@x/env'
 * import { createOrchestrationClient } from '@x/orchestration'
 *
 * const cluster = readClusterCredentials()
 * const camunda = createOrchestrationClient({ auth: createOAuth(cluster), baseUrl: cluster.restUrl })
 * const { processInstanceKey } = await camunda.processInstances.create({
 *   processDefinitionId: 'order',
 *   variables: { orderId: 'A-1' },
 * })
 * const instance = await camunda.processInstances.get(processInstanceKey, { waitFor: true })
 * ```
 * @see [Orchestration Cluster REST API](https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-overview/)
 */
export function createOrchestrationClient(options: OrchestrationClientOptions): OrchestrationClient {
  return createCheckedResources(connect(options), checked)
}
