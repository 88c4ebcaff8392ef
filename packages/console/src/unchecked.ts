import { createUncheckedResources } from '@x/rest'
import { connect } from './connect.ts'
import type { ConsoleClient } from './generated/client.ts'
import { unchecked } from './generated/unchecked.ts'
import type { ConsoleClientOptions } from './options.ts'

export type { ConsoleClient } from './generated/client.ts'
export type * from './generated/types.ts'
export type { ConsoleClientOptions } from './options.ts'

/**
 * Creates a client of the Console API without schemas. Responses are returned as the server sent them; only a body that
 * JSON would send incomplete is rejected.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createConsoleClient } from '@x/console/unchecked'
 *
 * const administration = createConsoleClient({ auth })
 * ```
 */
export function createConsoleClient(options: ConsoleClientOptions): ConsoleClient {
  return createUncheckedResources(connect(options), unchecked)
}
