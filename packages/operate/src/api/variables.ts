import type { Key, KeyInput, ReadOptions, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Variables of process instances and their scopes.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface Variables {
  /**
   * Returns one page of variables. Long values are truncated and marked `truncated`.
   *
   * @operation POST /variables/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @paging searchAfter
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/variables/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<VariableFilter, VariableSortField>,
    options?: ReadOptions<SearchPage<Variable>>,
  ): Promise<SearchPage<Variable>>

  /**
   * Returns all matching variables one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const filter = { name: 'customer', value: stringifyVariable('ACME') }
   * for await (const variable of operate.variables.searchAll({ filter })) console.log(variable.processInstanceKey)
   */
  searchAll(
    body?: SearchQuery<VariableFilter, VariableSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Variable, void, undefined>

  /**
   * Returns one variable with its full value.
   *
   * @operation GET /variables/{key}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/variables/{variableKey}` of the Orchestration Cluster REST API v2
   */
  get(key: KeyInput<'VariableKey'>, options?: ReadOptions<Variable>): Promise<Variable>
}

/** A variable of a process instance or of one of its scopes. */
export interface Variable {
  key: Key<'VariableKey'>
  processInstanceKey: Key<'ProcessInstanceKey'>
  /** Key of the process instance or flow node instance that the variable belongs to. */
  scopeKey: Key<'ProcessInstanceKey' | 'FlowNodeInstanceKey'>
  name: string
  /**
   * The value as JSON text, for `parseVariable`: the string abc is `"abc"`, including quotes. Searches truncate long
   * values.
   */
  value: string
  /** True if `value` is truncated; `get` returns all of it. */
  truncated: boolean
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/** Conditions on variables. */
export interface VariableFilter {
  key?: KeyInput<'VariableKey'> | undefined
  processInstanceKey?: KeyInput<'ProcessInstanceKey'> | undefined
  scopeKey?: KeyInput<'ProcessInstanceKey' | 'FlowNodeInstanceKey'> | undefined
  name?: string | undefined
  /** The value as JSON text: for the string abc, pass `stringifyVariable('abc')`. */
  value?: string | undefined
  truncated?: boolean | undefined
  tenantId?: string | undefined
}

/** Fields to sort variables by. */
export type VariableSortField = keyof VariableFilter
