import type { CallOptions, KeyFilter, Page, Search, SearchAllOptions, TextFilter } from '@x/rest'
import type { ProcessInstanceKey, TenantId, VariableKey } from './identifiers.ts'
import type { ScopeKey } from './shared.ts'

/** TODO(words) */
export interface Variables {
  /**
   * TODO(words)
   *
   * @operation POST /variables/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<VariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: CallOptions,
  ): Promise<Page<VariableSearchResult>>

  /** TODO(words) */
  searchAll(
    body?: Search<VariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /variables/{variableKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  get(variableKey: VariableKey, options?: CallOptions): Promise<Variable>
}

export interface VariableValueFilter {
  readonly name: string
  readonly value: TextFilter
}

export interface VariableSearchResult {
  readonly name: string
  readonly tenantId: TenantId
  readonly variableKey: VariableKey
  readonly scopeKey: ScopeKey
  readonly processInstanceKey: ProcessInstanceKey
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly value: string
  readonly isTruncated: boolean
}

export interface VariableFilter {
  readonly name?: TextFilter | undefined
  readonly value?: TextFilter | undefined
  readonly tenantId?: TenantId | undefined
  readonly isTruncated?: boolean | undefined
  readonly variableKey?: KeyFilter<VariableKey> | undefined
  readonly scopeKey?: ScopeKeyFilter | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
}

export type ScopeKeyFilter = ScopeKey | ScopeKeyConditions

export interface ScopeKeyConditions {
  readonly $eq?: ScopeKey | undefined
  readonly $neq?: ScopeKey | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly ScopeKey[] | undefined
  readonly $notIn?: readonly ScopeKey[] | undefined
}

export type VariableSortField = 'value' | 'name' | 'tenantId' | 'variableKey' | 'scopeKey' | 'processInstanceKey'

export interface SearchVariablesQuery {
  readonly truncateValues?: boolean | undefined
}

export interface Variable {
  readonly name: string
  readonly tenantId: TenantId
  readonly variableKey: VariableKey
  readonly scopeKey: ScopeKey
  readonly processInstanceKey: ProcessInstanceKey
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly value: string
}
