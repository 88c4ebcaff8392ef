import { keyOf } from '../keys.ts'
import { COMPLETED, type ElementInstance, TERMINATED } from '../state/element-instance.ts'
import { toDate } from './collection.ts'

export interface ProcessInstanceRecord {
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionName: string | null
  readonly processDefinitionVersion: number
  readonly processDefinitionVersionTag: string | null
  readonly state: 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED'
  readonly startDate: string
  readonly endDate: string | null
  /** Null while it is not suspended. */
  readonly suspendedDate: string | null
  /** Whether it, or an instance that it called, has an active incident. */
  readonly hasIncident: boolean
  readonly tenantId: string
  readonly parentProcessInstanceKey: string | null
  readonly parentElementInstanceKey: string | null
  readonly rootProcessInstanceKey: string
  readonly tags: readonly string[]
  readonly businessId: string | null
}

export function toProcessInstanceRecord(root: ElementInstance): ProcessInstanceRecord {
  const { definition, caller, top, tags, businessId, suspendedTime } = root.processInstance
  const isSuspended = root.processInstance.isSuspended && !root.isEnded
  return {
    processInstanceKey: keyOf(root.sequence),
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionId: definition.model.id,
    processDefinitionName: definition.model.name,
    processDefinitionVersion: definition.version,
    processDefinitionVersionTag: definition.model.versionTag,
    state: isSuspended ? 'SUSPENDED' : stateOf(root),
    startDate: toDate(root.startTime) as string,
    endDate: toDate(root.endTime),
    suspendedDate: isSuspended ? toDate(suspendedTime) : null,
    hasIncident: root.incidentCount > 0,
    tenantId: definition.tenantId,
    parentProcessInstanceKey: caller === undefined ? null : keyOf(caller.processInstance.root.sequence),
    parentElementInstanceKey: caller === undefined ? null : keyOf(caller.sequence),
    rootProcessInstanceKey: keyOf(top.sequence),
    tags,
    businessId,
  }
}

/** To callers, elements that are starting or ending are active. */
export function stateOf({ phase }: ElementInstance): 'ACTIVE' | 'COMPLETED' | 'TERMINATED' {
  if (phase === COMPLETED) return 'COMPLETED'
  return phase === TERMINATED ? 'TERMINATED' : 'ACTIVE'
}
