import { EngineError } from '../errors.ts'
import { sequenceOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { DecisionEvaluation } from '../state/decision-instance.ts'
import { ElementInstance } from '../state/element-instance.ts'
import type { ProcessInstance } from '../state/process-instance.ts'

export function deleteInstances({ store }: Runtime, keys: readonly string[]): void {
  const deleted = new Set<ProcessInstance | undefined>()
  for (const key of keys) {
    const root = store.find(ElementInstance, sequenceOf(key))
    if (root === undefined || root.parent !== undefined) {
      throw new EngineError('NOT_FOUND', `There is no process instance with the key '${key}'.`)
    }
    if (!root.isEnded) {
      throw new EngineError('INVALID_STATE', `The process instance '${key}' has not ended, so it cannot be deleted.`)
    }
    deleted.add(root.processInstance)
  }
  const ofScope = ({ processInstance }: ElementInstance): boolean => deleted.has(processInstance)
  store.remove(store.elementInstances, ofScope)
  store.remove(store.variables, ({ scope }) => ofScope(scope))
  store.remove(store.jobs, ({ owner }) => ofScope(owner))
  store.remove(store.userTasks, ({ owner }) => ofScope(owner))
  store.remove(store.incidents, ({ owner }) => ofScope(owner))
  store.remove(store.messageSubscriptions, ({ owner }) => owner instanceof ElementInstance && ofScope(owner))
  store.remove(store.correlatedMessages, ({ receiver }) => ofScope(receiver))
  store.remove(store.decisionInstances, ({ evaluation: { owner } }) => owner !== undefined && ofScope(owner))
  store.remove(store.decisionEvaluations, ({ owner }) => owner !== undefined && ofScope(owner))
  store.remove(store.processInstances, ofScope)
}

export function deleteDecisionInstances({ store }: Runtime, keys: readonly string[]): void {
  const deleted = new Set<DecisionEvaluation>()
  for (const key of keys) {
    const evaluation = store.find(DecisionEvaluation, sequenceOf(key))
    if (evaluation === undefined)
      throw new EngineError('NOT_FOUND', `There is no decision evaluation with the key '${key}'.`)
    deleted.add(evaluation)
  }
  store.remove(store.decisionInstances, ({ evaluation }) => deleted.has(evaluation))
  store.remove(store.decisionEvaluations, (evaluation) => deleted.has(evaluation))
  for (const { owner } of deleted) if (owner !== undefined) unlinkDecisions(owner.processInstance, deleted)
}

function unlinkDecisions(processInstance: ProcessInstance, deleted: ReadonlySet<DecisionEvaluation>): void {
  let at = processInstance.firstDecision
  processInstance.firstDecision = undefined
  processInstance.lastDecision = undefined
  while (at !== undefined) {
    const { next } = at
    at.next = undefined
    if (!deleted.has(at.evaluation)) {
      if (processInstance.lastDecision === undefined) processInstance.firstDecision = at
      else processInstance.lastDecision.next = at
      processInstance.lastDecision = at
    }
    at = next
  }
}
