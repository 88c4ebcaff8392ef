import { createOperateTransport } from './operate-transport.ts'
import { type DecisionDefinitions, decisionDefinitionsOver } from './resources/decision-definitions.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type {
  DecisionDefinition,
  DecisionDefinitionFilter,
  DecisionDefinitionSortField,
} from './types/decision-definition.ts'
export type { DecisionDefinitions, OperateResourceOptions }

/**
 * Makes a client of decision definitions alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createDecisionDefinitions } from '@x/operate/decision-definitions'
 *
 * const decisionDefinitions = createDecisionDefinitions({ auth, baseUrl })
 * const { items } = await decisionDefinitions.search({ size: 50 })
 */
export function createDecisionDefinitions(options: OperateResourceOptions): DecisionDefinitions {
  return decisionDefinitionsOver(createOperateTransport(options))
}
