import { createOperateTransport } from './operate-transport.ts'
import { type ProcessInstances, processInstancesOver } from './resources/process-instances.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type {
  DeletionResult,
  FlowNodeStatistics,
  ProcessInstance,
  ProcessInstanceFilter,
  ProcessInstanceSortField,
  ProcessInstanceState,
} from './types/process-instance.ts'
export type { OperateResourceOptions, ProcessInstances }

/**
 * Makes a client of process instances alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createProcessInstances } from '@x/operate/process-instances'
 *
 * const processInstances = createProcessInstances({ auth, baseUrl })
 * const { items } = await processInstances.search({ size: 50 })
 */
export function createProcessInstances(options: OperateResourceOptions): ProcessInstances {
  return processInstancesOver(createOperateTransport(options))
}
