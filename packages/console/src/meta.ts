import { type Meta, metaOver } from './resources/meta.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { Meta } from './resources/meta.ts'
export type { IpRanges } from './types/meta.ts'
export type { ConsoleResourceOptions } from './types/options.ts'

/**
 * Makes a client of what Camunda publishes about its service alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createMeta } from '@x/console/meta'
 *
 * const meta = createMeta({ auth, baseUrl: organization.consoleUrl })
 * const { 'web-modeler': addresses } = await meta.getIpRanges()
 * ```
 */
export function createMeta(options: ConsoleResourceOptions): Meta {
  return metaOver(createConsoleTransport(options))
}
