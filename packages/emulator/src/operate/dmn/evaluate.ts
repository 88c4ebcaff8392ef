import type { Variables } from '../bpmn/model.ts'
import type { EvaluatedInput, EvaluatedOutput } from '../entities.ts'
import { holds, type Scalar } from '../feel.ts'
import type { DecisionModel, DecisionTable } from './model.ts'

/** What came of one decision; `failure` instead of a result when a variable was missing. */
export interface Evaluation {
  readonly decision: DecisionTable
  readonly inputs: readonly EvaluatedInput[]
  readonly outputs: readonly EvaluatedOutput[]
  /** The output's value, an object of them when there are several, null when no rule matched. */
  readonly result?: Scalar | Readonly<Record<string, Scalar>> | null | undefined
  readonly failure?: string | undefined
  /** The variable that was missing. */
  readonly missing?: string | undefined
}

/** Evaluates a decision after those that it requires; ends with the decision itself, or with the first that failed. */
export function evaluateDecision(model: DecisionModel, decisionId: string, variables: Variables): Evaluation[] {
  const needed = new Set([decisionId])
  for (const decision of model.decisions.toReversed()) {
    if (needed.has(decision.id)) for (const required of decision.requires ?? []) needed.add(required)
  }
  const evaluations: Evaluation[] = []
  const context: Record<string, unknown> = { ...variables }
  for (const decision of model.decisions.filter(({ id }) => needed.has(id))) {
    const evaluation = evaluateTable(decision, context)
    evaluations.push(evaluation)
    if (evaluation.failure !== undefined) break
    context[decision.id] = evaluation.result
  }
  return evaluations
}

function evaluateTable(decision: DecisionTable, context: Variables): Evaluation {
  const missing = decision.inputs.find(({ variable }) => context[variable] === undefined)
  if (missing) {
    const failure = `Expected to evaluate decision '${decision.id}', but failed to evaluate expression '${missing.variable}': no variable found for name '${missing.variable}'`
    return { decision, inputs: [], outputs: [], failure, missing: missing.variable }
  }
  const values = decision.inputs.map(({ variable }) => context[variable])
  const inputs = decision.inputs.map(({ id, name }, index) => ({ id, name, value: JSON.stringify(values[index]) }))
  const ruleIndex = decision.rules.findIndex(({ when }) =>
    when.every((test, index) => test === undefined || holds(test, values[index])),
  )
  const rule = decision.rules[ruleIndex]
  if (!rule) return { decision, inputs, outputs: [], result: null }
  const outputs = decision.outputs.map(({ id, label }, index) => ({
    id,
    name: label,
    value: JSON.stringify(rule.gives[index]),
    ruleId: rule.id,
    ruleIndex: ruleIndex + 1,
  }))
  const members = decision.outputs.map(({ name }, index) => [name, rule.gives[index]] as [string, Scalar])
  const result = members.length === 1 ? members[0]?.[1] : Object.fromEntries(members)
  return { decision, inputs, outputs, result }
}
