import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { OptimizeClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { OptimizeClientOptions } from './options.ts'

export type { OptimizeClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { OptimizeClientOptions } from './options.ts'

/**
 * Creates a client of the public API of Optimize without schemas, neither checked nor in the bundle.
 *
 * @throws `RestError` with code `config_invalid` if `baseUrl` or another option is missing or malformed
 * @example
 * ```ts
 * import { createOptimizeClient } from '@x/optimize/unchecked'
 *
 * const optimize = createOptimizeClient({ auth, baseUrl })
 * ```
 */
export function createOptimizeClient(options: OptimizeClientOptions): OptimizeClient {
  return createUncheckedResources(connect(options), unchecked)
}
