import { keyOf } from '../keys.ts'
import type { ElementType } from '../model/process-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { toDate } from './collection.ts'
import { stateOf } from './process-instances.ts'

export interface ElementInstanceRecord {
  readonly elementInstanceKey: string
  readonly elementId: string
  /** The element's name, or its id if it has none. */
  readonly elementName: string
  readonly type: ElementType
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'
  readonly startDate: string
  readonly endDate: string | null
  /** Whether it has or contains an active incident. */
  readonly hasIncident: boolean
  /** The incident of this element instance, not of one inside it. */
  readonly incidentKey: string | null
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly tenantId: string
  /** The element instance or process instance that contains it. */
  readonly elementInstanceScopeKey: string
}

export function toElementInstanceRecord(instance: ElementInstance): ElementInstanceRecord {
  const { element, processInstance, incident } = instance
  const { root, top } = processInstance
  const definition = processInstance.definitionOf(element)
  return {
    elementInstanceKey: keyOf(instance.sequence),
    elementId: element.id,
    elementName: element.name ?? element.id,
    type: element.type,
    state: stateOf(instance),
    startDate: toDate(instance.startTime) as string,
    endDate: toDate(instance.endTime),
    hasIncident: instance.incidentCount > 0,
    incidentKey: incident === undefined ? null : keyOf(incident.sequence),
    processInstanceKey: keyOf(root.sequence),
    rootProcessInstanceKey: keyOf(top.sequence),
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionId: definition.model.id,
    tenantId: definition.tenantId,
    elementInstanceScopeKey: keyOf((instance.parent ?? root).sequence),
  }
}
