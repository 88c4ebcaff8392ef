import type { DecisionRequirements, DecisionRequirementsFilter } from '@x/orchestration'
import { type Members, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof DecisionRequirements | keyof DecisionRequirementsFilter> = {
  decisionRequirementsKey: same('key'),
  decisionRequirementsId: same('decisionRequirementsId'),
  decisionRequirementsName: same('name'),
  version: same('version'),
  resourceName: same('resourceName', { sort: 'never' }),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
}

export const decisionRequirements: OperateTranslation = operateTranslation(
  'decisionRequirements',
  'decisionRequirements',
  members,
)
