import type { DecisionDefinition, DecisionDefinitionFilter } from '@x/orchestration'
import { type Members, only, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof DecisionDefinition | keyof DecisionDefinitionFilter> = {
  decisionDefinitionKey: same('key'),
  decisionDefinitionId: same('decisionId'),
  name: same('name'),
  version: same('version'),
  isLatestVersion: only('8.9', { sort: 'never' }),
  decisionRequirementsId: same('decisionRequirementsId'),
  decisionRequirementsKey: same('decisionRequirementsKey'),
  decisionRequirementsName: same('decisionRequirementsName'),
  decisionRequirementsVersion: same('decisionRequirementsVersion'),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
}

export const decisionDefinitions: OperateTranslation = operateTranslation(
  'decisionDefinitions',
  'decisionDefinitions',
  members,
)
