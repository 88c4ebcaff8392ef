import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { ModelerClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { ModelerClientOptions } from './options.ts'

export type { ModelerClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { ModelerClientOptions } from './options.ts'

/**
 * Creates a client of the Web Modeler API v1 without schemas, neither checked nor in the bundle. A misspelled member of
 * a filter goes unnoticed: the server ignores it and returns everything.
 *
 * @throws `RestError` with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createModelerClient } from '@x/modeler/unchecked'
 *
 * const modeler = createModelerClient({ auth })
 * ```
 */
export function createModelerClient(options: ModelerClientOptions): ModelerClient {
  return createUncheckedResources(connect(options), unchecked)
}
