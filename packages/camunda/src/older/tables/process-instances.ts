import type { ProcessInstance, ProcessInstanceFilter } from '@x/orchestration'
import { type Members, only, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof ProcessInstance | keyof ProcessInstanceFilter> = {
  processInstanceKey: same('key'),
  processDefinitionId: same('bpmnProcessId'),
  processDefinitionName: only(),
  processDefinitionVersion: same('processVersion'),
  processDefinitionVersionTag: same('processVersionTag', { from: 6 }),
  processDefinitionKey: same('processDefinitionKey'),
  state: same('state', { words: { TERMINATED: 'CANCELED' }, newer: { SUSPENDED: '8.10' } }),
  startDate: same('startDate', { date: true }),
  endDate: same('endDate', { date: true }),
  suspendedDate: only('8.10'),
  hasIncident: same('incident', { missing: false }),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
  parentProcessInstanceKey: same('parentKey'),
  parentElementInstanceKey: same('parentFlowNodeInstanceKey'),
  rootProcessInstanceKey: only('8.9', { filter: 'never', sort: 'never' }),
  // These did not exist before 8.8.
  tags: only('8.8', { missing: [], sort: 'never' }),
  businessId: only('8.9'),
  variables: only('8.8', { sort: 'never' }),
  batchOperationId: only('8.8', { sort: 'never' }),
  batchOperationKey: only('8.8', { sort: 'never' }),
  errorMessage: only('8.8', { sort: 'never' }),
  hasRetriesLeft: only('8.8', { sort: 'never' }),
  elementInstanceState: only('8.8', { sort: 'never' }),
  elementId: only('8.8', { sort: 'never' }),
  hasElementInstanceIncident: only('8.8', { sort: 'never' }),
  incidentErrorHashCode: only('8.8', { sort: 'never' }),
  $or: only('8.8', { sort: 'never' }),
}

export const processInstances: OperateTranslation = operateTranslation('processInstances', 'processInstances', members)
