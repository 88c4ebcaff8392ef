import type { EvaluatedDecision } from '../dmn/evaluate.ts'
import { keyOf, sequenceOf } from '../keys.ts'
import { DecisionEvaluation, type DecisionInstance } from '../state/decision-instance.ts'
import type { Store } from '../state/store.ts'
import { type InstanceCollection, instanceCollection, toDate } from './collection.ts'

export interface DecisionInstanceRecord {
  /** The key of the evaluation, and the position of this decision in it: `2251799813685301-1`. */
  readonly decisionEvaluationInstanceKey: string
  readonly decisionEvaluationKey: string
  readonly state: 'EVALUATED' | 'FAILED'
  readonly evaluationDate: string
  readonly evaluationFailure: string | null
  readonly decisionDefinitionKey: string
  readonly decisionDefinitionId: string
  readonly decisionDefinitionName: string
  readonly decisionDefinitionVersion: number
  readonly decisionDefinitionType: EvaluatedDecision['decisionType']
  /** The requested decision that this decision was evaluated for. */
  readonly rootDecisionDefinitionKey: string
  readonly decisionRequirementsKey: string
  readonly decisionRequirementsId: string
  /** JSON text. */
  readonly result: string
  readonly evaluatedInputs: EvaluatedDecision['evaluatedInputs']
  readonly matchedRules: EvaluatedDecision['matchedRules']
  readonly elementId: string | null
  readonly elementInstanceKey: string | null
  readonly processInstanceKey: string | null
  readonly rootProcessInstanceKey: string | null
  readonly processDefinitionKey: string | null
  readonly processDefinitionId: string | null
  readonly tenantId: string
}

export function decisionInstances(
  store: Store,
  firstOf: (processInstance: number) => DecisionInstance | undefined,
): InstanceCollection<DecisionInstanceRecord> {
  const all = instanceCollection(store.decisionInstances, () => undefined, toDecisionInstanceRecord, firstOf)
  return {
    get size() {
      return all.size
    },
    get(key) {
      const [evaluationKey = '', index] = key.split('-')
      const evaluation = store.find(DecisionEvaluation, sequenceOf(evaluationKey))
      const found = evaluation?.instances.find((instance) => String(instance.index) === index)
      return found && toDecisionInstanceRecord(found)
    },
    of: all.of,
    [Symbol.iterator]: all[Symbol.iterator],
  }
}

export function decisionInstanceKey({ evaluation, index }: DecisionInstance): string {
  return `${keyOf(evaluation.sequence)}-${index}`
}

function toDecisionInstanceRecord(instance: DecisionInstance): DecisionInstanceRecord {
  const { evaluation, definition, evaluated, failure } = instance
  const { owner } = evaluation
  const processInstance = owner?.processInstance
  const process = owner && processInstance?.definitionOf(owner.element)
  return {
    decisionEvaluationInstanceKey: decisionInstanceKey(instance),
    decisionEvaluationKey: keyOf(evaluation.sequence),
    state: failure === null ? 'EVALUATED' : 'FAILED',
    evaluationDate: toDate(evaluation.time) as string,
    evaluationFailure: failure,
    decisionDefinitionKey: keyOf(definition.sequence),
    decisionDefinitionId: definition.id,
    decisionDefinitionName: definition.decision.name,
    decisionDefinitionVersion: definition.version,
    decisionDefinitionType: evaluated.decisionType,
    rootDecisionDefinitionKey: keyOf(evaluation.definition.sequence),
    decisionRequirementsKey: keyOf(definition.requirements.sequence),
    decisionRequirementsId: definition.requirements.id,
    result: evaluated.output,
    evaluatedInputs: evaluated.evaluatedInputs,
    matchedRules: evaluated.matchedRules,
    elementId: owner?.element.id ?? null,
    elementInstanceKey: owner === undefined ? null : keyOf(owner.sequence),
    processInstanceKey: processInstance === undefined ? null : keyOf(processInstance.root.sequence),
    rootProcessInstanceKey: processInstance === undefined ? null : keyOf(processInstance.top.sequence),
    processDefinitionKey: process === undefined ? null : keyOf(process.sequence),
    processDefinitionId: process?.id ?? null,
    tenantId: definition.tenantId,
  }
}
