import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { OrchestrationClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { OrchestrationClientOptions } from './options.ts'

export type { OrchestrationClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { OrchestrationClientOptions } from './options.ts'

/**
 * Creates the client of the Orchestration Cluster API without schemas, neither checked nor in the bundle.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
 * @example
 * ```ts
 * import { createOrchestrationClient } from '@x/orchestration/unchecked'
 *
 * const camunda = createOrchestrationClient({ auth, baseUrl })
 * ```
 */
export function createOrchestrationClient(options: OrchestrationClientOptions): OrchestrationClient {
  return createUncheckedResources(connect(options), unchecked)
}
