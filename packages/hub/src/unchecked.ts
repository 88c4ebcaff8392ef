import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { HubClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { HubClientOptions } from './options.ts'

export type { HubClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { HubClientOptions } from './options.ts'

/**
 * Creates the client of the Camunda Hub API without schemas, neither checked nor in the bundle. A misspelled member of
 * a filter goes unnoticed.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 * @example
 * ```ts
 * import { createHubClient } from '@x/hub/unchecked'
 *
 * const hub = createHubClient({ auth })
 * ```
 */
export function createHubClient(options: HubClientOptions): HubClient {
  return createUncheckedResources(connect(options), unchecked)
}
