import type { KeyFilter, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'
import type { ProcessInstanceKey, TenantId, VariableKey } from './identifiers.ts'
import type { ScopeKey } from './shared.ts'

/**
 * Variables of process instances and of their elements. Values are JSON text: parse them with `JSON.parse`. To set
 * variables, use `elementInstances.setVariables`.
 */
export interface Variables {
  /**
   * Returns one variable with its full value.
   *
   * @operation GET /variables/{variableKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(variableKey: VariableKey, options?: ReadOptions<Variable>): Promise<Variable>

  /**
   * Returns one page of the matching variables. Long values are truncated, so they are not valid JSON, unless you pass
   * `truncateValues: false`. With `filter.scopeKey`, variables of outer scopes are not included.
   *
   * @operation POST /variables/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.variables.search(
   *   { filter: { processInstanceKey, name: { $in: ['orderId', 'total'] } } },
   *   { truncateValues: false },
   * )
   * const values = Object.fromEntries(items.map(({ name, value }) => [name, JSON.parse(value)]))
   */
  search(
    body?: Search<VariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: ReadOptions<Page<VariableSearchResult>>,
  ): Promise<Page<VariableSearchResult>>

  /** Returns all matching variables one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<VariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>
}

/** A variable. */
export interface Variable {
  readonly variableKey: VariableKey
  readonly name: string
  /** The value as JSON: a string is in quotes. */
  readonly value: string
  /** The scope that defines it: the process instance, or one of its element instances for a local variable. */
  readonly scopeKey: ScopeKey
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly tenantId: TenantId
}

/** A variable in a search result. */
export interface VariableSearchResult extends Variable {
  /** True if `value` is truncated; `get` returns the full value. */
  readonly isTruncated: boolean
}

/** How to return the variables. */
export interface SearchVariablesQuery {
  /** @defaultValue `true` */
  readonly truncateValues?: boolean | undefined
}

/** Conditions on variables; all must be met. */
export interface VariableFilter {
  readonly name?: TextFilter | undefined
  /** Compared with the value as JSON: a string is in quotes, as in `'"A-1"'`. */
  readonly value?: TextFilter | undefined
  readonly tenantId?: TenantId | undefined
  readonly isTruncated?: boolean | undefined
  readonly variableKey?: KeyFilter<VariableKey> | undefined
  /** The scope that defines it. The key of a process instance excludes the local variables of its elements. */
  readonly scopeKey?: KeyFilter<ScopeKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
}

/** Fields to sort variables by. */
export type VariableSortField = 'value' | 'name' | 'tenantId' | 'variableKey' | 'scopeKey' | 'processInstanceKey'

/** Conditions on a variable of an instance; all must be met. */
export interface VariableValueFilter {
  readonly name: string
  /** Compared with the value as JSON: a string is in quotes, as in `'"A-1"'`. */
  readonly value: TextFilter
}
