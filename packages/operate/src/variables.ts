import { createOperateTransport } from './operate-transport.ts'
import { type Variables, variablesOver } from './resources/variables.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type { Variable, VariableFilter, VariableSortField } from './types/variable.ts'
export { parseVariable, stringifyVariable } from './variable-value.ts'
export type { OperateResourceOptions, Variables }

/**
 * Makes a client of variables alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createVariables } from '@x/operate/variables'
 *
 * const variables = createVariables({ auth, baseUrl })
 * const { items } = await variables.search({ size: 50 })
 */
export function createVariables(options: OperateResourceOptions): Variables {
  return variablesOver(createOperateTransport(options))
}
