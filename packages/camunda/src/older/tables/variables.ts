import type { VariableFilter, VariableSearchResult } from '@x/orchestration'
import { type Members, only, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof VariableSearchResult | keyof VariableFilter> = {
  variableKey: same('key'),
  name: same('name'),
  value: same('value'),
  isTruncated: same('truncated', { missing: false, sort: 'never' }),
  scopeKey: same('scopeKey'),
  processInstanceKey: same('processInstanceKey'),
  rootProcessInstanceKey: only('8.9', { filter: 'never', sort: 'never' }),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
}

export const variables: OperateTranslation = operateTranslation('variables', 'variables', members)
