import { keyOf } from '../keys.ts'
import { toJsonText } from '../run/json.ts'
import type { Variable } from '../state/variable.ts'

export interface VariableRecord {
  readonly variableKey: string
  readonly name: string
  /** JSON text. */
  readonly value: string
  readonly scopeKey: string
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly tenantId: string
}

export function toVariableRecord({ sequence, name, value, scope }: Variable): VariableRecord {
  const { root, top, definition } = scope.processInstance
  return {
    variableKey: keyOf(sequence),
    name,
    value: toJsonText(value),
    scopeKey: keyOf(scope.sequence),
    processInstanceKey: keyOf(root.sequence),
    rootProcessInstanceKey: keyOf(top.sequence),
    tenantId: definition.tenantId,
  }
}
