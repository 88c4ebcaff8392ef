import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { OperateClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { OperateClientOptions } from './options.ts'

export type { OperateClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { OperateClientOptions } from './options.ts'

/**
 * Creates the client of the Operate API v1 without its checks: nothing is checked by a schema, and none is in the bundle.
 * Responses are returned as the server sent them, so short keys are numbers. A misspelt member of a filter goes
 * unnoticed: Operate ignores it and returns everything.
 *
 * @throws `RestError` with code `config_invalid` when `baseUrl` or another option is missing or malformed
 * @example
 * ```ts
 * import { createOperateClient } from '@x/operate/unchecked'
 *
 * const operate = createOperateClient({ auth, baseUrl })
 * ```
 */
export function createOperateClient(options: OperateClientOptions): OperateClient {
  return createUncheckedResources(connect(options), unchecked)
}
