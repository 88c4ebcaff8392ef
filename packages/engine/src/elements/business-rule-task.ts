import type { CalledDecisionModel } from '../model/activity-model.ts'
import type { ElementDraft, Reading } from '../model/draft.ts'
import { extension, type ModdleElement } from '../model/moddle.ts'
import { readBinding } from '../model/read-binding.ts'
import { readJob } from '../model/read-job.ts'
import { runDecision } from '../run/decisions.ts'
import { evaluateText } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import { findBound } from '../run/find-bound.ts'
import { complete } from '../run/lifecycle.ts'
import type { Runtime } from '../run/runtime.ts'
import { visibleVariables } from '../run/variables.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'
import { activateJobWorkerElement } from './job-worker-element.ts'

/** Evaluates a decision, or has a job worker do it. */
export const businessRuleTask: ElementKind = {
  type: 'BUSINESS_RULE_TASK',
  read(draft, source, reading) {
    const called = extension(source, 'zeebe:CalledDecision')
    draft.job = readJob(source, reading)
    if ((called === undefined) === (draft.job === undefined)) {
      reading.problems.add(draft.id, 'The task needs either a called decision or a task definition.')
    }
    if (called !== undefined) draft.calledDecision = readCalledDecision(draft, source, called, reading)
  },
  activate(runtime, instance) {
    const { calledDecision } = instance.element
    if (calledDecision === undefined) activateJobWorkerElement(runtime, instance)
    else complete(runtime, instance, evaluate(runtime, instance, calledDecision))
  },
}

function readCalledDecision(
  draft: ElementDraft,
  source: ModdleElement,
  called: ModdleElement,
  reading: Reading,
): CalledDecisionModel {
  const { decisionId = '', resultVariable = '' } = called
  if (decisionId.trim() === '') reading.problems.add(draft.id, 'The called decision needs a decision id.')
  if (resultVariable.trim() === '') reading.problems.add(draft.id, 'The called decision needs a result variable.')
  return {
    decisionId: reading.expression(source, decisionId),
    binding: readBinding(source, called, reading),
    resultVariable,
  }
}

function evaluate(
  runtime: Runtime,
  instance: ElementInstance,
  { decisionId, binding, resultVariable }: CalledDecisionModel,
): Readonly<Record<string, unknown>> {
  const id = evaluateText(decisionId, instance)
  const what = { name: 'decision', id, errorType: 'CALLED_DECISION_ERROR' } as const
  const definition = findBound(runtime.decisions, what, binding, instance)
  // A failed evaluation is recorded too, so that the history shows how far it got.
  const { result } = runDecision(runtime, definition, visibleVariables(instance), instance)
  if (result.failure !== undefined) throw new Failure('DECISION_EVALUATION_ERROR', result.failure.message)
  return { [resultVariable]: result.output }
}
