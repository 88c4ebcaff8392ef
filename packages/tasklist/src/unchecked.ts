import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { TasklistClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { TasklistClientOptions } from './options.ts'

export type { TasklistClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { TasklistClientOptions } from './options.ts'

/**
 * Creates a client of the Tasklist API v1 without schemas, neither checked nor in the bundle. A misspelled condition of
 * a search goes unnoticed: the server ignores it.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
 * @example
 * ```ts
 * import { createTasklistClient } from '@x/tasklist/unchecked'
 *
 * const tasklist = createTasklistClient({ auth, baseUrl })
 * ```
 */
export function createTasklistClient(options: TasklistClientOptions): TasklistClient {
  return createUncheckedResources(connect(options), unchecked)
}
