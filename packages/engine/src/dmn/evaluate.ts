import { FunctionError, type Signature, SignedFunction } from '../feel/function.ts'
import { jsonText, toJson } from '../feel/to-json.ts'
import { DecisionFailure } from './decision-failure.ts'
import { evaluateLogic, type LogicContext } from './evaluate-logic.ts'
import { type EvaluatedInput, evaluateTable, type MatchedRule } from './evaluate-table.ts'
import type { Decision, KnowledgeModel, RequirementsGraph } from './requirements-graph.ts'
import { checkType } from './type-check.ts'

export interface DecisionEvaluation {
  /** The result as JSON; null if the evaluation failed. */
  readonly output: unknown
  readonly failure: { readonly decisionId: string; readonly message: string } | undefined
  /** All decisions in the order of evaluation: the required ones first. A failed decision is the last. */
  readonly evaluatedDecisions: readonly EvaluatedDecision[]
}

/** A decision instance as the Orchestration API shows it. Values are JSON text. */
export interface EvaluatedDecision {
  readonly decisionId: string
  readonly decisionName: string
  readonly decisionType: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNKNOWN'
  readonly output: string
  readonly evaluatedInputs: readonly EvaluatedInput[]
  readonly matchedRules: readonly MatchedRule[]
  readonly failureMessage: string | undefined
}

/**
 * Evaluates a decision after the decisions that it requires, each once. Every decision sees the variables, and the
 * results of the decisions that it requires directly. Never throws: a failure says which decision failed and why.
 */
export function evaluateDecision(
  graph: RequirementsGraph,
  decisionId: string,
  variables: Readonly<Record<string, unknown>>,
): DecisionEvaluation {
  const evaluation = new Evaluation(graph, variables)
  try {
    const value = evaluation.evaluate(decisionId)
    return { output: toJson(value), failure: undefined, evaluatedDecisions: evaluation.evaluated }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `Expected to evaluate decision '${decisionId}', but ${reason}`
    const failed = evaluation.current ?? decisionId
    return { output: null, failure: { decisionId: failed, message }, evaluatedDecisions: evaluation.evaluated }
  }
}

class Evaluation {
  readonly evaluated: EvaluatedDecision[] = []
  /** The decision whose logic is being evaluated. */
  current: string | undefined
  readonly #graph: RequirementsGraph
  readonly #variables: Readonly<Record<string, unknown>>
  readonly #results = new Map<string, unknown>()

  constructor(graph: RequirementsGraph, variables: Readonly<Record<string, unknown>>) {
    this.#graph = graph
    this.#variables = variables
  }

  evaluate(id: string): unknown {
    if (this.#results.has(id)) return this.#results.get(id)
    const decision = this.#graph.decisions.get(id)
    if (!decision) throw new DecisionFailure(`no decision found with id '${id}'`)
    const required: Record<string, unknown> = {}
    for (const other of decision.requiredDecisions) {
      const { resultName } = this.#graph.decisions.get(other) ?? {}
      if (resultName !== undefined) required[resultName] = this.evaluate(other)
    }
    this.current = id
    const scope = { ...this.#variables, ...required, ...this.#functions(decision.requiredKnowledge, this.#variables) }
    const result = this.#evaluateLogic(decision, scope)
    this.#results.set(id, result)
    return result
  }

  #evaluateLogic(decision: Decision, scope: Readonly<Record<string, unknown>>): unknown {
    const { logic } = decision
    const inputs: EvaluatedInput[] = []
    const rules: MatchedRule[] = []
    let output: unknown = null
    let failureMessage: string | undefined
    try {
      output =
        logic.kind === 'decision table' ? evaluateTable(logic, scope, { inputs, rules }) : this.#other(decision, scope)
      checkType(output, decision.resultType)
      return output
    } catch (error) {
      failureMessage = error instanceof Error ? error.message : String(error)
      throw error
    } finally {
      this.evaluated.push({
        decisionId: decision.id,
        decisionName: decision.name,
        decisionType: typeName(logic.kind),
        output: jsonText(output),
        evaluatedInputs: inputs,
        matchedRules: rules,
        failureMessage,
      })
    }
  }

  #other({ logic }: Decision, scope: Readonly<Record<string, unknown>>): unknown {
    return evaluateLogic(logic, scope, this.#context())
  }

  #context(): LogicContext {
    return { invoke: (name, scope) => this.#invoke(name, scope) }
  }

  /** The business knowledge models as functions, by name. */
  #functions(ids: readonly string[], variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const models = ids.flatMap((id) => this.#graph.knowledgeModels.get(id) ?? [])
    return Object.fromEntries(models.map((model) => [model.name, this.#toFunction(model, variables)]))
  }

  #toFunction(model: KnowledgeModel, variables: Readonly<Record<string, unknown>>): SignedFunction {
    const names = model.parameters.map(({ name }) => name)
    const signature: Signature = {
      names,
      variadic: false,
      call: (values) => {
        const given = Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))
        try {
          return this.#callModel(model, { ...variables, ...given })
        } catch (error) {
          if (error instanceof DecisionFailure) return new FunctionError(error.message)
          throw error
        }
      },
    }
    return new SignedFunction(model.name, [signature])
  }

  #invoke(name: string, scope: Readonly<Record<string, unknown>>): unknown {
    const model = [...this.#graph.knowledgeModels.values()].find((candidate) => candidate.name === name)
    if (!model) throw new DecisionFailure(`no BKM found with name '${name}'`)
    for (const parameter of model.parameters) {
      if (!Object.hasOwn(scope, parameter.name)) {
        throw new DecisionFailure(`no parameter found with name '${parameter.name}'`)
      }
    }
    return this.#callModel(model, scope)
  }

  #callModel(model: KnowledgeModel, scope: Readonly<Record<string, unknown>>): unknown {
    for (const { name, type } of model.parameters) checkType(scope[name], type)
    const inner = { ...scope, ...this.#functions(model.requiredKnowledge, scope) }
    return model.logic ? evaluateLogic(model.logic, inner, this.#context()) : null
  }
}

function typeName(kind: Decision['logic']['kind']): EvaluatedDecision['decisionType'] {
  if (kind === 'decision table') return 'DECISION_TABLE'
  return kind === 'literal expression' ? 'LITERAL_EXPRESSION' : 'UNKNOWN'
}
