import { createOperateTransport } from './operate-transport.ts'
import { type FlowNodeInstances, flowNodeInstancesOver } from './resources/flow-node-instances.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type {
  FlowNodeInstance,
  FlowNodeInstanceFilter,
  FlowNodeInstanceSortField,
  FlowNodeInstanceState,
  FlowNodeType,
} from './types/flow-node-instance.ts'
export type { FlowNodeInstances, OperateResourceOptions }

/**
 * Makes a client of flow node instances alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createFlowNodeInstances } from '@x/operate/flow-node-instances'
 *
 * const flowNodeInstances = createFlowNodeInstances({ auth, baseUrl })
 * const { items } = await flowNodeInstances.search({ size: 50 })
 */
export function createFlowNodeInstances(options: OperateResourceOptions): FlowNodeInstances {
  return flowNodeInstancesOver(createOperateTransport(options))
}
