import type { ProcessModel } from './bpmn/model.ts'
import type { DecisionModel } from './dmn/model.ts'
import type {
  DecisionDefinition,
  DecisionInstance,
  DecisionRequirements,
  FlowNodeInstance,
  Incident,
  ProcessDefinition,
  ProcessInstance,
  Variable,
} from './entities.ts'
import { invalidRequest } from './errors.ts'

/** All data of one Operate. */
export interface Store {
  /** Goes up whenever data changes between two requests; what was made of the data before is outdated then. */
  revision: number
  readonly processDefinitions: Map<bigint, ProcessDefinition>
  /** The diagrams, by process definition key. */
  readonly processModels: Map<bigint, ProcessModel>
  readonly processInstances: Map<bigint, ProcessInstance>
  readonly flowNodeInstances: Map<bigint, FlowNodeInstance>
  /** Ids of the sequence flows taken, by process instance key. */
  readonly sequenceFlows: Map<bigint, Set<string>>
  readonly incidents: Map<bigint, Incident>
  readonly variables: Map<bigint, Variable>
  readonly decisionRequirements: Map<bigint, DecisionRequirements>
  /** The diagrams, by decision requirements key. */
  readonly decisionModels: Map<bigint, DecisionModel>
  readonly decisionDefinitions: Map<bigint, DecisionDefinition>
  readonly decisionInstances: Map<string, DecisionInstance>
}

export function createStore(): Store {
  return {
    revision: 0,
    processDefinitions: new Map(),
    processModels: new Map(),
    processInstances: new Map(),
    flowNodeInstances: new Map(),
    sequenceFlows: new Map(),
    incidents: new Map(),
    variables: new Map(),
    decisionRequirements: new Map(),
    decisionModels: new Map(),
    decisionDefinitions: new Map(),
    decisionInstances: new Map(),
  }
}

/** Deletes a finished instance with its own data. Instances that it called are kept. */
export function deleteProcessInstance(store: Store, instance: ProcessInstance): void {
  if (instance.state === 'ACTIVE') {
    throw invalidRequest('Process instances needs to be in one of the states [COMPLETED, CANCELED]')
  }
  const dependants: Map<unknown, { readonly processInstanceKey: bigint }>[] = [
    store.flowNodeInstances,
    store.incidents,
    store.variables,
    store.decisionInstances,
  ]
  for (const items of dependants) {
    for (const [key, { processInstanceKey }] of items) {
      if (processInstanceKey === instance.key) items.delete(key)
    }
  }
  store.sequenceFlows.delete(instance.key)
  store.processInstances.delete(instance.key)
  store.revision += 1
}
