import { keyOf } from '../keys.ts'
import type { Incident, IncidentErrorType } from '../state/incident.ts'
import { toDate } from './collection.ts'

export interface IncidentRecord {
  readonly incidentKey: string
  readonly errorType: IncidentErrorType
  readonly errorMessage: string
  readonly state: 'ACTIVE' | 'RESOLVED'
  readonly creationTime: string
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly jobKey: string | null
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly tenantId: string
}

export function toIncidentRecord(incident: Incident): IncidentRecord {
  const { owner, job } = incident
  const { root, top } = owner.processInstance
  const definition = owner.processInstance.definitionOf(owner.element)
  return {
    incidentKey: keyOf(incident.sequence),
    errorType: incident.errorType,
    errorMessage: incident.message,
    state: incident.isResolved ? 'RESOLVED' : 'ACTIVE',
    creationTime: toDate(incident.creationTime) as string,
    elementId: owner.element.id,
    elementInstanceKey: keyOf(owner.sequence),
    jobKey: job === undefined ? null : keyOf(job.sequence),
    processInstanceKey: keyOf(root.sequence),
    rootProcessInstanceKey: keyOf(top.sequence),
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionId: definition.model.id,
    tenantId: definition.tenantId,
  }
}
