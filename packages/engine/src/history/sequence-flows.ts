import { keyOf, sequenceOf } from '../keys.ts'
import { ElementInstance } from '../state/element-instance.ts'
import { type FormerDefinition, type ProcessInstance, wasTaken } from '../state/process-instance.ts'
import type { Store } from '../state/store.ts'

export interface SequenceFlowRecord {
  readonly sequenceFlowId: string
  /** The same id: Camunda's API has both. */
  readonly elementId: string
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly tenantId: string
}

/** The sequence flows that process instances took. */
export interface SequenceFlows extends Iterable<SequenceFlowRecord> {
  /** The flows of one process instance, in the order of the file; each once, however often it was taken. */
  of(processInstanceKey: string): Iterable<SequenceFlowRecord>
}

export function sequenceFlows(store: Store): SequenceFlows {
  return {
    *of(processInstanceKey) {
      const root = store.find(ElementInstance, sequenceOf(processInstanceKey))
      if (root !== undefined && root.parent === undefined) yield* flowsOf(root)
    },
    *[Symbol.iterator]() {
      for (const root of store.processInstances) yield* flowsOf(root)
    },
  }
}

function* flowsOf(root: ElementInstance): Generator<SequenceFlowRecord> {
  const { former } = root.processInstance
  for (const part of [...former, root.processInstance]) yield* takenOf(root, part)
}

function* takenOf(root: ElementInstance, part: FormerDefinition | ProcessInstance): Generator<SequenceFlowRecord> {
  const { definition } = part
  for (const flow of definition.model.flows) {
    if (!wasTaken(part, flow.index)) continue
    yield {
      sequenceFlowId: flow.id,
      elementId: flow.id,
      processInstanceKey: keyOf(root.sequence),
      rootProcessInstanceKey: keyOf(root.processInstance.top.sequence),
      processDefinitionKey: keyOf(definition.sequence),
      processDefinitionId: definition.model.id,
      tenantId: definition.tenantId,
    }
  }
}
