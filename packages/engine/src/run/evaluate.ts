import type { Expression, VariableLookup } from '../feel/expression.ts'
import { type ResultType, resultType, withWarnings, wrongType } from '../feel/result-type.ts'
import { toJson } from '../feel/to-json.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { IncidentErrorType } from '../state/incident.ts'
import { Failure } from './failure.ts'
import { seenValue } from './variables.ts'

/** Evaluates an expression with the variables that `scope` sees, to JSON. Throws a `Failure`. */
export function evaluate(expression: Expression, scope: ElementInstance): unknown {
  return toJson(evaluateFeel(expression, lookupIn(scope)))
}

/** Evaluates to a FEEL value: dates and durations are not yet text. Throws a `Failure`. */
export function evaluateFeel(
  expression: Expression,
  lookup: VariableLookup,
  errorType: IncidentErrorType = 'EXTRACT_VALUE_ERROR',
): unknown {
  const result = expression.evaluate(lookup)
  if (result.ok) return result.value
  throw new Failure(errorType, withWarnings(result.message, result.warnings))
}

/**
 * Returns the value if it has one of the types. Otherwise throws a `Failure` with Camunda's message, or with the given
 * one, plus the warnings that explain the value.
 */
export function evaluateAs(
  expression: Expression,
  lookup: VariableLookup,
  types: readonly ResultType[],
  message: (value: unknown) => string = (value) => wrongType(expression, types, value),
): unknown {
  const result = expression.evaluate(lookup)
  if (!result.ok) throw new Failure('EXTRACT_VALUE_ERROR', withWarnings(result.message, result.warnings))
  if (types.includes(resultType(result.value))) return result.value
  throw new Failure('EXTRACT_VALUE_ERROR', withWarnings(message(result.value), result.warnings))
}

export function evaluateText(expression: Expression, scope: ElementInstance): string {
  return evaluateTextWith(expression, lookupIn(scope))
}

export function evaluateTextWith(expression: Expression, lookup: VariableLookup): string {
  // A static text may look like a number.
  return expression.isStatic ? expression.text : (evaluateAs(expression, lookup, ['STRING']) as string)
}

export function evaluateNumber(expression: Expression, scope: ElementInstance): number {
  return Number(evaluateAs(expression, lookupIn(scope), ['NUMBER']))
}

export function evaluateBoolean(expression: Expression, scope: ElementInstance): boolean {
  return evaluateAs(expression, lookupIn(scope), ['BOOLEAN']) as boolean
}

export function lookupIn(scope: ElementInstance): VariableLookup {
  return (name) => seenValue(scope, name)
}
