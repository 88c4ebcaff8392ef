import type { Incident, IncidentFilter } from '@x/orchestration'
import { type Members, only, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof Incident | keyof IncidentFilter> = {
  incidentKey: same('key'),
  errorType: same('type', { newer: { SECRET_RESOLUTION_ERROR: '8.10' } }),
  // Operate searches messages by words, in any order; v2 by the exact text.
  errorMessage: same('message', { filter: false, sort: 'never' }),
  state: same('state', { newer: { UNKNOWN: '8.8' } }),
  creationTime: same('creationTime', { date: true }),
  elementId: only(),
  elementInstanceKey: only(),
  jobKey: same('jobKey'),
  processInstanceKey: same('processInstanceKey'),
  rootProcessInstanceKey: only('8.9', { filter: 'never', sort: 'never' }),
  processDefinitionKey: same('processDefinitionKey'),
  processDefinitionId: only(),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
}

export const incidents: OperateTranslation = operateTranslation('incidents', 'incidents', members)
