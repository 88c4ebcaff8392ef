import type { EvaluatedDecision } from '../dmn/evaluate.ts'
import { EngineError } from '../errors.ts'
import { jsonText } from '../feel/to-json.ts'
import { decisionInstanceKey } from '../history/decision-instances.ts'
import { keyOf, sequenceOf } from '../keys.ts'
import { runDecision } from '../run/decisions.ts'
import { readVariables } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import { DecisionDefinition } from '../state/decision-definition.ts'
import type { DecisionInstance } from '../state/decision-instance.ts'
import { DEFAULT_TENANT } from './find.ts'

/** Which decision to evaluate: by the key of its definition, or the latest version by its id. */
export interface EvaluateDecisionInput {
  readonly decisionDefinitionKey?: string | undefined
  readonly decisionDefinitionId?: string | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  /** @defaultValue `'<default>'` */
  readonly tenantId?: string | undefined
}

/** The results of a decision and of the decisions that it requires. */
export interface DecisionResult {
  readonly decisionEvaluationKey: string
  readonly decisionDefinitionKey: string
  readonly decisionDefinitionId: string
  readonly decisionDefinitionName: string
  readonly decisionDefinitionVersion: number
  readonly decisionRequirementsKey: string
  readonly decisionRequirementsId: string
  /** The result as JSON text; `null` if the evaluation failed. */
  readonly output: string
  readonly failedDecisionDefinitionId: string | null
  readonly failureMessage: string | null
  /** In the order in which they were evaluated. */
  readonly evaluatedDecisions: readonly DecisionResultItem[]
  readonly tenantId: string
}

export interface DecisionResultItem {
  readonly decisionEvaluationInstanceKey: string
  readonly decisionDefinitionKey: string
  readonly decisionDefinitionId: string
  readonly decisionDefinitionName: string
  readonly decisionDefinitionVersion: number
  readonly decisionDefinitionType: EvaluatedDecision['decisionType']
  /** JSON text. */
  readonly output: string
  readonly evaluatedInputs: EvaluatedDecision['evaluatedInputs']
  readonly matchedRules: EvaluatedDecision['matchedRules']
  readonly tenantId: string
}

export function evaluateDecision(runtime: Runtime, input: EvaluateDecisionInput): DecisionResult {
  const definition = findDecision(runtime, input)
  const variables = readVariables(input.variables) ?? {}
  const { result, evaluation } = runDecision(runtime, definition, variables, undefined)
  return {
    decisionEvaluationKey: keyOf(evaluation.sequence),
    decisionDefinitionKey: keyOf(definition.sequence),
    decisionDefinitionId: definition.id,
    decisionDefinitionName: definition.decision.name,
    decisionDefinitionVersion: definition.version,
    decisionRequirementsKey: keyOf(definition.requirements.sequence),
    decisionRequirementsId: definition.requirements.id,
    output: jsonText(result.output),
    failedDecisionDefinitionId: result.failure?.decisionId ?? null,
    failureMessage: result.failure?.message ?? null,
    evaluatedDecisions: evaluation.instances.map(toItem),
    tenantId: definition.tenantId,
  }
}

function findDecision({ store, decisions }: Runtime, input: EvaluateDecisionInput): DecisionDefinition {
  const { decisionDefinitionKey: key, decisionDefinitionId: id, tenantId = DEFAULT_TENANT } = input
  if (key !== undefined) {
    const definition = store.find(DecisionDefinition, sequenceOf(key))
    if (definition !== undefined && decisions.has(definition)) return definition
    throw new EngineError('NOT_FOUND', `There is no decision definition with the key '${key}'.`)
  }
  if (id === undefined) {
    throw new EngineError('INVALID_ARGUMENT', 'Pass `decisionDefinitionKey` or `decisionDefinitionId`.')
  }
  const definition = decisions.latest(tenantId, id)
  if (definition !== undefined) return definition
  throw new EngineError('NOT_FOUND', `The engine does not have a decision with the id '${id}'.`)
}

function toItem(instance: DecisionInstance): DecisionResultItem {
  const { definition, evaluated } = instance
  return {
    decisionEvaluationInstanceKey: decisionInstanceKey(instance),
    decisionDefinitionKey: keyOf(definition.sequence),
    decisionDefinitionId: definition.id,
    decisionDefinitionName: definition.decision.name,
    decisionDefinitionVersion: definition.version,
    decisionDefinitionType: evaluated.decisionType,
    output: evaluated.output,
    evaluatedInputs: evaluated.evaluatedInputs,
    matchedRules: evaluated.matchedRules,
    tenantId: definition.tenantId,
  }
}
