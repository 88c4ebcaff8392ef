import { createOperateTransport } from './operate-transport.ts'
import { type DecisionInstances, decisionInstancesOver } from './resources/decision-instances.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type {
  DecisionInstance,
  DecisionInstanceFilter,
  DecisionInstanceInput,
  DecisionInstanceOutput,
  DecisionInstanceSortField,
  DecisionInstanceState,
  DecisionType,
} from './types/decision-instance.ts'
export type { DecisionInstances, OperateResourceOptions }

/**
 * Makes a client of decision instances alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createDecisionInstances } from '@x/operate/decision-instances'
 *
 * const decisionInstances = createDecisionInstances({ auth, baseUrl })
 * const { items } = await decisionInstances.search({ size: 50 })
 */
export function createDecisionInstances(options: OperateResourceOptions): DecisionInstances {
  return decisionInstancesOver(createOperateTransport(options))
}
