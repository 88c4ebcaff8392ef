import type { EvaluationResult, Expression, VariableLookup } from '../feel/expression.ts'
import { DecisionFailure } from './decision-failure.ts'

/** The variables, results of required decisions and functions that an expression of a decision sees. */
export type DecisionScope = Readonly<Record<string, unknown>>

export function evaluateExpression(expression: Expression, scope: DecisionScope): unknown {
  return resultOf(expression.evaluate(lookupIn(scope)))
}

export function lookupIn(scope: DecisionScope): VariableLookup {
  return (name) => (Object.hasOwn(scope, name) ? scope[name] : undefined)
}

export function resultOf(result: EvaluationResult): unknown {
  if (result.ok) return result.value
  throw new DecisionFailure(result.message)
}
