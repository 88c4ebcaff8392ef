import { type Evaluation, evaluateDecision } from '../dmn/evaluate.ts'
import type { DecisionModel } from '../dmn/model.ts'
import type { DecisionDefinition } from '../entities.ts'
import { type Records, type Run, TENANT } from './run.ts'

/** A decision as the latest deployment has it. */
export interface DeployedDecision {
  readonly model: DecisionModel
  /** Of all decisions of the model, by their ids. */
  readonly definitions: ReadonlyMap<string, DecisionDefinition>
}

/** Deploys a diagram with its decisions. */
export function deployDecisions({ store, nextKey }: Records, model: DecisionModel): DeployedDecision {
  const key = nextKey(1)
  store.decisionModels.set(key, model)
  store.decisionRequirements.set(key, {
    id: String(key),
    key,
    decisionRequirementsId: model.id,
    name: model.name,
    version: model.version,
    resourceName: model.resourceName,
    tenantId: TENANT,
  })
  const definitions = model.decisions.map((decision): DecisionDefinition => {
    const definitionKey = nextKey(1)
    return {
      id: String(definitionKey),
      key: definitionKey,
      decisionId: decision.id,
      name: decision.name,
      version: model.version,
      decisionRequirementsId: model.id,
      decisionRequirementsKey: key,
      decisionRequirementsName: model.name,
      decisionRequirementsVersion: model.version,
      tenantId: TENANT,
    }
  })
  for (const definition of definitions) store.decisionDefinitions.set(definition.key, definition)
  return { model, definitions: new Map(definitions.map((definition) => [definition.decisionId, definition])) }
}

/** Evaluates a decision for a process instance and records it with those that it required. */
export function decide(
  { store, nextKey }: Records,
  { model, definitions }: DeployedDecision,
  decisionId: string,
  run: Run,
  at: number,
): Evaluation {
  const evaluations = evaluateDecision(model, decisionId, run.values)
  const key = nextKey(run.partition)
  for (const [index, { decision, inputs, outputs, result, failure }] of evaluations.entries()) {
    const id = `${key}-${index + 1}`
    store.decisionInstances.set(id, {
      id,
      key,
      state: failure === undefined ? 'EVALUATED' : 'FAILED',
      evaluationDate: at,
      evaluationFailure: failure,
      processDefinitionKey: run.instance.processDefinitionKey,
      processInstanceKey: run.instance.key,
      decisionId: decision.id,
      decisionDefinitionId: definitions.get(decision.id)?.id ?? '',
      decisionName: decision.name,
      decisionVersion: model.version,
      decisionType: 'DECISION_TABLE',
      result: result === undefined ? undefined : JSON.stringify(result),
      evaluatedInputs: inputs,
      evaluatedOutputs: outputs,
      tenantId: TENANT,
    })
  }
  const last = evaluations.at(-1)
  if (!last) throw new Error(`${model.id} has no decision ${decisionId}`)
  return last
}
