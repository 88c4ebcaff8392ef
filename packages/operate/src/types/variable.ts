import type { KeyInput } from '../key.ts'

/** A variable of a process instance or of one of its scopes. */
export interface Variable {
  /** 64-bit key as digits. */
  readonly key: string
  readonly processInstanceKey: string
  /** Key of the process instance or flow node instance that the variable belongs to. */
  readonly scopeKey: string
  readonly name: string
  /** JSON text of the value: the text abc reads `"abc"`, quotes included. Searches cut it short where it is long. */
  readonly value: string
  /** True where `value` is cut short; `get` gives the whole. */
  readonly truncated: boolean
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** The fields by which Operate filters variables. */
export interface VariableFilter {
  readonly key?: KeyInput
  readonly processInstanceKey?: KeyInput
  readonly scopeKey?: KeyInput
  readonly name?: string
  /** JSON text of the value, so `JSON.stringify('abc')` for the text abc. */
  readonly value?: string
  readonly truncated?: boolean
  readonly tenantId?: string
}

/** The fields by which Operate sorts variables. */
export type VariableSortField = keyof VariableFilter
