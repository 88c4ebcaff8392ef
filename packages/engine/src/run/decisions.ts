import { type DecisionEvaluation as DecisionResult, evaluateDecision } from '../dmn/evaluate.ts'
import type { DecisionDefinition } from '../state/decision-definition.ts'
import { DecisionEvaluation, DecisionInstance } from '../state/decision-instance.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { Runtime } from './runtime.ts'

/** Evaluates a decision and records the evaluation, even if it failed. */
export function runDecision(
  { store, now }: Runtime,
  definition: DecisionDefinition,
  variables: Readonly<Record<string, unknown>>,
  owner: ElementInstance | undefined,
): { readonly result: DecisionResult; readonly evaluation: DecisionEvaluation } {
  const { graph, definitions } = definition.requirements
  const result = evaluateDecision(graph, definition.id, variables)
  const evaluation = new DecisionEvaluation(store.nextSequence(owner?.sequence), definition, now, owner)
  store.add(store.decisionEvaluations, evaluation)
  for (const evaluated of result.evaluatedDecisions) {
    const its = definitions.get(evaluated.decisionId) ?? definition
    const hasFailed = evaluated.failureMessage !== undefined
    const failure = hasFailed ? (result.failure?.message ?? null) : null
    const instance = new DecisionInstance(evaluation, its, evaluated, failure)
    store.decisionInstances.push(instance)
    if (owner !== undefined) link(owner, instance)
  }
  return { result, evaluation }
}

function link({ processInstance }: ElementInstance, instance: DecisionInstance): void {
  if (processInstance.lastDecision === undefined) processInstance.firstDecision = instance
  else processInstance.lastDecision.next = instance
  processInstance.lastDecision = instance
}
