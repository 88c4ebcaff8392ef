import type { Int } from '@x/rest'
import type { ProcessDefinitionId, ProcessDefinitionKey, ProcessInstanceKey, TenantId } from './identifiers.ts'

/** One process instance in a call hierarchy. */
export interface CallHierarchyEntry {
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionKey: ProcessDefinitionKey
  /** The id of the process if it has no name. */
  readonly processDefinitionName: string
}

/** The sequence flows that a process instance has taken. */
export interface ProcessInstanceSequenceFlows {
  readonly items: readonly ProcessInstanceSequenceFlow[]
}

/** A sequence flow that a process instance has taken. */
export interface ProcessInstanceSequenceFlow {
  readonly sequenceFlowId: string
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processDefinitionId: ProcessDefinitionId | null
  /** Id of the sequence flow in the BPMN. */
  readonly elementId: string
  readonly tenantId: TenantId
}

/** Counts of waiting element instances in a process instance, by element. */
export interface ProcessInstanceWaitStateStatistics {
  readonly items: readonly WaitStateStatistics[]
}

/** How many instances of an element are waiting. */
export interface WaitStateStatistics {
  readonly elementId: string
  readonly waitingCount: Int
}
