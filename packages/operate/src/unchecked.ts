import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { OperateClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { OperateClientOptions } from './options.ts'

export type { OperateClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { OperateClientOptions } from './options.ts'

/**
 * Creates a client of the Operate API v1 without schemas. Responses are returned as the server sent them, so keys of
 * fewer than 16 digits are numbers. It only rejects a filter without a value and a body that JSON would send
 * incomplete: a misspelled member of a filter goes unnoticed, and Operate returns everything.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
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
