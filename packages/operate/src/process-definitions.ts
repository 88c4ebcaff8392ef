import { createOperateTransport } from './operate-transport.ts'
import { type ProcessDefinitions, processDefinitionsOver } from './resources/process-definitions.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type {
  ProcessDefinition,
  ProcessDefinitionFilter,
  ProcessDefinitionSortField,
} from './types/process-definition.ts'
export type { OperateResourceOptions, ProcessDefinitions }

/**
 * Makes a client of process definitions alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createProcessDefinitions } from '@x/operate/process-definitions'
 *
 * const processDefinitions = createProcessDefinitions({ auth, baseUrl })
 * const { items } = await processDefinitions.search({ size: 50 })
 */
export function createProcessDefinitions(options: OperateResourceOptions): ProcessDefinitions {
  return processDefinitionsOver(createOperateTransport(options))
}
