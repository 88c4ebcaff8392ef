import type { DecisionInstanceDetails, DecisionInstanceFilter } from '@x/orchestration'
import { type Members, only, same } from '../member.ts'
import { type OperateTranslation, operateTranslation } from '../operate-translation.ts'

const members: Members<keyof DecisionInstanceDetails | keyof DecisionInstanceFilter> = {
  decisionEvaluationInstanceKey: same('id'),
  decisionEvaluationKey: same('key'),
  // The id of the definition in v1 is its key, as a string.
  decisionDefinitionKey: same('decisionDefinitionId'),
  decisionDefinitionId: same('decisionId'),
  decisionDefinitionName: same('decisionName'),
  decisionDefinitionVersion: same('decisionVersion'),
  decisionDefinitionType: same('decisionType'),
  state: same('state'),
  evaluationDate: same('evaluationDate', { date: true }),
  evaluationFailure: same('evaluationFailure'),
  result: same('result', { filter: 'never', sort: 'never', missing: undefined, read: ({ result }) => result }),
  processDefinitionKey: same('processDefinitionKey'),
  processInstanceKey: same('processInstanceKey'),
  rootProcessInstanceKey: only('8.9', { filter: 'never', sort: 'never' }),
  elementInstanceKey: only(),
  rootDecisionDefinitionKey: only('8.9'),
  decisionRequirementsKey: only('8.9', { sort: 'never' }),
  businessId: only('8.10'),
  tenantId: same('tenantId', { missing: '<default>', from: 3 }),
  evaluatedInputs: only('8.8', { filter: 'never', sort: 'never', read: readInputs }),
  matchedRules: only('8.8', { filter: 'never', sort: 'never', read: readRules }),
}

export const decisionInstances: OperateTranslation = operateTranslation(
  'decisionInstances',
  'decisionInstances',
  members,
)

interface Older {
  readonly evaluatedInputs?: readonly OlderValue[] | undefined
  readonly evaluatedOutputs?:
    | readonly (OlderValue & { readonly ruleId?: string; readonly ruleIndex?: number })[]
    | undefined
}

interface OlderValue {
  readonly id?: string
  readonly name?: string
  readonly value?: string
}

function readInputs(item: object): DecisionInstanceDetails['evaluatedInputs'] | undefined {
  return (item as Older).evaluatedInputs?.map(({ id = '', name = '', value = '' }) => ({
    inputId: id,
    inputName: name,
    inputValue: value,
  }))
}

/** Returns rules with their outputs, as in v2; v1 lists the outputs. */
function readRules(item: object): DecisionInstanceDetails['matchedRules'] | undefined {
  const { evaluatedOutputs } = item as Older
  if (!evaluatedOutputs) return undefined
  const rules = new Map<string, { ruleId: string; ruleIndex: number; evaluatedOutputs: object[] }>()
  for (const { id, name, value, ruleId = '', ruleIndex = 0 } of evaluatedOutputs) {
    const rule = rules.get(`${ruleIndex} ${ruleId}`) ?? { ruleId, ruleIndex, evaluatedOutputs: [] }
    rules.set(`${ruleIndex} ${ruleId}`, rule)
    rule.evaluatedOutputs.push({ outputId: id, outputName: name, outputValue: value, ruleId, ruleIndex })
  }
  return [...rules.values()] as unknown as DecisionInstanceDetails['matchedRules']
}
