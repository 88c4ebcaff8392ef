import { FunctionError, SignedFunction } from '../feel/function.ts'
import { defineMember } from '../run/json.ts'
import { DecisionFailure } from './decision-failure.ts'
import { type DecisionScope, evaluateExpression } from './evaluate-expression.ts'
import { evaluateTable } from './evaluate-table.ts'
import type { BoxedContext, FunctionDefinition, Invocation, Logic } from './requirements-graph.ts'
import { checkType } from './type-check.ts'

export interface LogicContext {
  /** Calls the business knowledge model with this name, with its parameters in the scope. */
  invoke(name: string, scope: DecisionScope): unknown
}

/** Evaluates the logic of a decision, or a part of it, to a FEEL value. Throws a `DecisionFailure`. */
export function evaluateLogic(logic: Logic, scope: DecisionScope, context: LogicContext): unknown {
  switch (logic.kind) {
    case 'decision table':
      return evaluateTable(logic, scope)
    case 'literal expression':
      return evaluateExpression(logic.expression, scope)
    case 'context':
      return evaluateContext(logic, scope, context)
    case 'list':
      return logic.items.map((item) => evaluateLogic(item, scope, context))
    case 'relation':
      return logic.rows.map((row) =>
        Object.fromEntries(row.map((cell) => [cell.name, evaluateLogic(cell.logic, scope, context)])),
      )
    case 'invocation':
      return evaluateInvocation(logic, scope, context)
    case 'function':
      return toFunction(logic, scope)
  }
}

/** Each entry sees the entries before it. */
function evaluateContext({ entries, result }: BoxedContext, scope: DecisionScope, context: LogicContext): unknown {
  const values: Record<string, unknown> = {}
  for (const { name, logic } of entries) {
    defineMember(values, name, evaluateLogic(logic, { ...scope, ...values }, context))
  }
  return result ? evaluateLogic(result, { ...scope, ...values }, context) : values
}

function evaluateInvocation({ calls, bindings }: Invocation, scope: DecisionScope, context: LogicContext): unknown {
  const values = bindings.map(({ name, expression }) => [name, evaluateExpression(expression, scope)] as const)
  return context.invoke(calls, { ...scope, ...Object.fromEntries(values) })
}

function toFunction({ parameters, expression }: FunctionDefinition, scope: DecisionScope): SignedFunction {
  const names = parameters.map(({ name }) => name)
  const call = (values: readonly unknown[]): unknown => {
    try {
      for (const [index, { type }] of parameters.entries()) checkType(values[index], type)
      const given = Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))
      return evaluateExpression(expression, { ...scope, ...given })
    } catch (error) {
      if (error instanceof DecisionFailure) return new FunctionError(error.message)
      throw error
    }
  }
  return new SignedFunction('function', [{ names, variadic: false, call }])
}
