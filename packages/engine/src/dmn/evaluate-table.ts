import { jsonText } from '../feel/to-json.ts'
import { type DecisionScope, evaluateExpression, lookupIn, resultOf } from './evaluate-expression.ts'
import { applyHitPolicy, type RuleResult, singleValue } from './hit-policy.ts'
import type { DecisionTable, Rule } from './requirements-graph.ts'

/** What the history records about the evaluation of a table. Values are JSON text. */
export interface TableRecord {
  readonly inputs: EvaluatedInput[]
  readonly rules: MatchedRule[]
}

export interface EvaluatedInput {
  readonly inputId: string
  readonly inputName: string
  readonly inputValue: string
}

export interface MatchedRule {
  readonly ruleId: string
  /** The position of the rule in the table, from 1. */
  readonly ruleIndex: number
  readonly evaluatedOutputs: readonly EvaluatedOutput[]
}

export interface EvaluatedOutput {
  readonly outputId: string
  readonly outputName: string
  readonly outputValue: string
  readonly ruleId: string
  readonly ruleIndex: number
}

/**
 * Evaluates a decision table. If no rule matches, the result is the defaults of the outputs, or null if they have none,
 * with every hit policy. Throws a `DecisionFailure`; the record then contains what was evaluated before it.
 */
export function evaluateTable(
  table: DecisionTable,
  scope: DecisionScope,
  record: TableRecord = { inputs: [], rules: [] },
): unknown {
  const values = table.inputs.map(({ expression }) => evaluateExpression(expression, scope))
  record.inputs.push(
    ...table.inputs.map(({ id, name }, index) => ({
      inputId: id,
      inputName: name,
      inputValue: jsonText(values[index]),
    })),
  )
  const matching = table.rules.filter((rule) => matches(rule, values, scope))
  if (matching.length === 0) return defaultValue(table, scope)
  const used = table.hitPolicy === 'FIRST' ? matching.slice(0, 1) : matching
  const results = used.map((rule) => evaluateRule(table, rule, scope))
  record.rules.push(...used.map((rule, index) => toMatchedRule(table, rule, results[index] as RuleResult)))
  return applyHitPolicy(table, results)
}

/** Whether all tests of the rule are true. A test that is neither true nor false counts as false. */
function matches(rule: Rule, values: readonly unknown[], scope: DecisionScope): boolean {
  const lookup = lookupIn(scope)
  return rule.tests.every((test, index) => resultOf(test.evaluate(values[index] ?? null, lookup)) === true)
}

function evaluateRule({ outputs }: DecisionTable, rule: Rule, scope: DecisionScope): RuleResult {
  return rule.results.slice(0, outputs.length).map((expression) => evaluateExpression(expression, scope))
}

function toMatchedRule(table: DecisionTable, rule: Rule, result: RuleResult): MatchedRule {
  const ruleIndex = table.rules.indexOf(rule) + 1
  const evaluatedOutputs = table.outputs.map(({ id, label }, index) => ({
    outputId: id,
    outputName: label,
    outputValue: jsonText(result[index]),
    ruleId: rule.id,
    ruleIndex,
  }))
  return { ruleId: rule.id, ruleIndex, evaluatedOutputs }
}

function defaultValue({ outputs }: DecisionTable, scope: DecisionScope): unknown {
  const defined = outputs.flatMap(({ name, defaultValue }) =>
    defaultValue ? [[name, evaluateExpression(defaultValue, scope)] as const] : [],
  )
  return defined.length === 0 ? null : singleValue(defined)
}
