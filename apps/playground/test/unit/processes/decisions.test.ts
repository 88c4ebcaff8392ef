import type { DecisionDefinition } from '@x/camunda'
import { expect, test } from 'vitest'
import { groupDecisions } from '../../../src/processes/decisions/load-decision.ts'

const definition = (decisionDefinitionId: string, version: number, tenantId = '<default>'): DecisionDefinition => ({
  decisionDefinitionId,
  version,
  tenantId,
  name: decisionDefinitionId,
  decisionDefinitionKey: `${version}`,
  decisionRequirementsId: 'requirements',
  decisionRequirementsKey: '1',
  decisionRequirementsName: 'Requirements',
  decisionRequirementsVersion: 1,
})

test('versions of a decision are together, the newest first, and tenants apart', () => {
  const groups = groupDecisions([
    definition('risk', 1),
    definition('level', 2),
    definition('risk', 3),
    definition('level', 1, 'other'),
    definition('risk', 2),
  ])
  expect(
    groups.map(({ versions }) => versions.map((one) => [one.decisionDefinitionId, one.version, one.tenantId])),
  ).toEqual([
    [3, 2, 1].map((version) => ['risk', version, '<default>']),
    [['level', 2, '<default>']],
    [['level', 1, 'other']],
  ])
})
