import type {
  FlowNodeInstance,
  FlowNodeStatistics,
  OperateClient,
  ProcessDefinition,
  ProcessInstance,
} from '@x/operate'
import { type Collected, collect } from '../collect.ts'

export interface LoadedInstance {
  readonly instance: ProcessInstance
  readonly definition: ProcessDefinition
  readonly xml: string
  /** The instance that called it. */
  readonly parent: ProcessInstance | undefined
  /** Instances that it called. */
  readonly called: readonly ProcessInstance[]
}

export async function loadInstance(operate: OperateClient, key: string, signal: AbortSignal): Promise<LoadedInstance> {
  const instance = await operate.processInstances.get(key, { signal })
  const { processDefinitionKey, parentKey } = instance
  const [definition, xml, parent, called] = await Promise.all([
    operate.processDefinitions.get(processDefinitionKey, { signal }),
    operate.processDefinitions.getXml(processDefinitionKey, { signal }),
    parentKey === undefined ? undefined : operate.processInstances.get(parentKey, { signal }),
    operate.processInstances.search({ filter: { parentKey: key }, size: 50 }, { signal }),
  ])
  return { instance, definition, xml, parent, called: called.items }
}

/** Where an instance stands, and how it came there. */
export interface Progress {
  readonly statistics: readonly FlowNodeStatistics[]
  /** Ids of the sequence flows that it took. */
  readonly flows: readonly string[]
  /** In the order of time. */
  readonly nodes: Collected<FlowNodeInstance>
}

/** The most flow node instances that are shown. */
const MOST = 1000

export async function loadProgress(operate: OperateClient, key: string, signal: AbortSignal): Promise<Progress> {
  const query = { filter: { processInstanceKey: key }, sort: [{ field: 'startDate' }], size: 500 } as const
  const [statistics, flows, nodes] = await Promise.all([
    operate.processInstances.getStatistics(key, { signal }),
    operate.processInstances.getSequenceFlows(key, { signal }),
    collect((options) => operate.flowNodeInstances.searchAll(query, options), MOST, signal),
  ])
  return { statistics, flows, nodes }
}
