import type { ProcessDefinition, ProcessDefinitionFilter } from '@x/orchestration'
import { type Members, only, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof ProcessDefinition | keyof ProcessDefinitionFilter> = {
  processDefinitionKey: same('key'),
  processDefinitionId: same('bpmnProcessId'),
  name: same('name'),
  version: same('version'),
  versionTag: same('versionTag', { from: 6 }),
  resourceName: only(),
  hasStartForm: only('8.8', { sort: 'never' }),
  state: only('8.10', { sort: 'never' }),
  isLatestVersion: only('8.8', { sort: 'never' }),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
}

export const processDefinitions: OperateTranslation = operateTranslation(
  'processDefinitions',
  'processDefinitions',
  members,
)
