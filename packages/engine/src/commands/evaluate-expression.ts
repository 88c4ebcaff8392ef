import { EngineError } from '../errors.ts'
import { compileExpression } from '../feel/expression.ts'
import { toJson } from '../feel/to-json.ts'
import { sequenceOf } from '../keys.ts'
import { readVariables } from '../run/json.ts'
import type { Runtime } from '../run/runtime.ts'
import { visibleValue } from '../run/variables.ts'
import { CLUSTER } from '../state/cluster-variables.ts'
import { ElementInstance } from '../state/element-instance.ts'

export interface EvaluateExpressionInput {
  /** FEEL if it begins with `=`; otherwise a constant. */
  readonly expression: string
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  /** The tenant whose cluster variables the expression sees. @defaultValue that of the scope, if there is one */
  readonly tenantId?: string | null | undefined
  /** A process or element instance whose variables the expression also sees. `variables` take precedence. */
  readonly scopeKey?: string | null | undefined
}

export interface EvaluatedExpression {
  readonly expression: string
  /** As JSON. */
  readonly result: unknown
  /** Why the result, or a part of it, is null. */
  readonly warnings: readonly { readonly message: string }[]
}

export function evaluateExpression(runtime: Runtime, input: EvaluateExpressionInput): EvaluatedExpression {
  const { expression: text, scopeKey } = input
  const variables = readVariables(input.variables) ?? {}
  const scope = scopeKey ? findScope(runtime, scopeKey) : undefined
  const expression = compileExpression(text, runtime.feel)
  if (expression.problem !== undefined) throw invalid(expression.problem)
  const tenantId = input.tenantId ?? scope?.processInstance.definition.tenantId
  const evaluated = expression.evaluate((name) => {
    if (Object.hasOwn(variables, name)) return variables[name]
    const value = scope && visibleValue(scope, name)
    return value === undefined && name === CLUSTER ? runtime.clusterVariables.of(tenantId) : value
  })
  if (!evaluated.ok) throw invalid(evaluated.message)
  const warnings = evaluated.warnings.map(({ message }) => ({ message }))
  return { expression: text, result: toJson(evaluated.value), warnings }
}

function findScope(runtime: Runtime, key: string): ElementInstance {
  const scope = runtime.store.find(ElementInstance, sequenceOf(key))
  if (scope !== undefined && !scope.isEnded) return scope
  throw invalid(`There is no active process or element instance with the key '${key}'.`)
}

function invalid(message: string): EngineError {
  return new EngineError('INVALID_ARGUMENT', message)
}
