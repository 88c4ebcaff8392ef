import type { KeyInput } from '../key.ts'

/** A variable of a process instance or of one of its scopes. */
export interface Variable {
  /** 64-bit key as digits. */
  key: string
  processInstanceKey: string
  /** Key of the process instance or flow node instance that the variable belongs to. */
  scopeKey: string
  name: string
  /** JSON text of the value: the text abc reads `"abc"`, quotes included. Read it with `parseVariable`. Searches cut it short. */
  value: string
  /** True where `value` is cut short; `get` gives the whole. */
  truncated: boolean
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** The fields by which Operate filters variables. */
export interface VariableFilter {
  key?: KeyInput | undefined
  processInstanceKey?: KeyInput | undefined
  scopeKey?: KeyInput | undefined
  name?: string | undefined
  /** JSON text of the value, as `stringifyVariable('abc')` writes it for the text abc. */
  value?: string | undefined
  truncated?: boolean | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts variables. */
export type VariableSortField = keyof VariableFilter
