import type { ElementInstance, ElementInstanceFilter } from '@x/orchestration'
import { type Members, only, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof ElementInstance | keyof ElementInstanceFilter> = {
  elementInstanceKey: same('key'),
  elementId: same('flowNodeId'),
  // Operate returns it, but can neither filter nor sort by it.
  elementName: same('flowNodeName', { filter: false, sort: false }),
  type: same('type'),
  state: same('state'),
  startDate: same('startDate', { date: true }),
  endDate: same('endDate', { date: true }),
  hasIncident: same('incident', { missing: false, sort: 'never' }),
  incidentKey: same('incidentKey'),
  processInstanceKey: same('processInstanceKey'),
  rootProcessInstanceKey: only('8.9', { filter: 'never', sort: 'never' }),
  processDefinitionKey: same('processDefinitionKey'),
  processDefinitionId: only(),
  elementInstanceScopeKey: only('8.8', { sort: 'never' }),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
  $or: only('8.10', { sort: 'never' }),
}

export const elementInstances: OperateTranslation = operateTranslation('elementInstances', 'flowNodeInstances', members)
