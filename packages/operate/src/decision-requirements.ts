import { createOperateTransport } from './operate-transport.ts'
import {
  type DecisionRequirementsResource,
  decisionRequirementsResourceOver,
} from './resources/decision-requirements.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type {
  DecisionRequirements,
  DecisionRequirementsFilter,
  DecisionRequirementsSortField,
} from './types/decision-requirements.ts'
export type { DecisionRequirementsResource, OperateResourceOptions }

/**
 * Makes a client of decision requirements alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createDecisionRequirements } from '@x/operate/decision-requirements'
 *
 * const decisionRequirements = createDecisionRequirements({ auth, baseUrl })
 * const { items } = await decisionRequirements.search({ size: 50 })
 */
export function createDecisionRequirements(options: OperateResourceOptions): DecisionRequirementsResource {
  return decisionRequirementsResourceOver(createOperateTransport(options))
}
