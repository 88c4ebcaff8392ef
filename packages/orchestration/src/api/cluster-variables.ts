import type {
  CallOptions,
  EnumFilter,
  JsonObject,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'

/** TODO(words) */
export interface ClusterVariables {
  /**
   * TODO(words)
   *
   * @operation POST /cluster-variables/global
   * @permission CLUSTER_VARIABLE CREATE
   * @since 8.9
   */
  createGlobal(body: CreateClusterVariableRequest, options?: CallOptions): Promise<ClusterVariable>

  /**
   * TODO(words)
   *
   * @operation GET /cluster-variables/global/{name}
   * @permission CLUSTER_VARIABLE READ
   * @since 8.9
   * @eventuallyConsistent
   */
  getGlobal(name: string, options?: ReadOptions<ClusterVariable>): Promise<ClusterVariable>

  /**
   * TODO(words)
   *
   * @operation PUT /cluster-variables/global/{name}
   * @permission CLUSTER_VARIABLE UPDATE
   * @since 8.9
   */
  updateGlobal(name: string, body: UpdateClusterVariableRequest, options?: CallOptions): Promise<ClusterVariable>

  /**
   * TODO(words)
   *
   * @operation DELETE /cluster-variables/global/{name}
   * @permission CLUSTER_VARIABLE DELETE
   * @since 8.9
   */
  deleteGlobal(name: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /cluster-variables/search
   * @permission CLUSTER_VARIABLE READ
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<ClusterVariableFilter, ClusterVariableSortField>,
    query?: SearchClusterVariablesQuery,
    options?: ReadOptions<Page<ClusterVariableSearchResult>>,
  ): Promise<Page<ClusterVariableSearchResult>>

  /** TODO(words) */
  searchAll(
    body?: Search<ClusterVariableFilter, ClusterVariableSortField>,
    query?: SearchClusterVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ClusterVariableSearchResult, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /cluster-variables/tenants/{tenantId}
   * @permission CLUSTER_VARIABLE CREATE
   * @since 8.9
   */
  createTenant(tenantId: string, body: CreateClusterVariableRequest, options?: CallOptions): Promise<ClusterVariable>

  /**
   * TODO(words)
   *
   * @operation GET /cluster-variables/tenants/{tenantId}/{name}
   * @permission CLUSTER_VARIABLE READ
   * @since 8.9
   * @eventuallyConsistent
   */
  getTenant(tenantId: string, name: string, options?: ReadOptions<ClusterVariable>): Promise<ClusterVariable>

  /**
   * TODO(words)
   *
   * @operation PUT /cluster-variables/tenants/{tenantId}/{name}
   * @permission CLUSTER_VARIABLE UPDATE
   * @since 8.9
   */
  updateTenant(
    tenantId: string,
    name: string,
    body: UpdateClusterVariableRequest,
    options?: CallOptions,
  ): Promise<ClusterVariable>

  /**
   * TODO(words)
   *
   * @operation DELETE /cluster-variables/tenants/{tenantId}/{name}
   * @permission CLUSTER_VARIABLE DELETE
   * @since 8.9
   */
  deleteTenant(tenantId: string, name: string, options?: CallOptions): Promise<void>
}

export interface ClusterVariable {
  /** @minLength 1 @maxLength 256 */
  readonly name: string
  readonly scope: OpenEnum<ClusterVariableScope>
  readonly tenantId: string | null
  /** @since 8.10 */
  readonly metadata?: Record<string, string | number> | undefined
  /** @since 8.10 */
  readonly kind?: OpenEnum<ClusterVariableKind> | undefined
  readonly value: string
}

export type ClusterVariableScope = 'GLOBAL' | 'TENANT'

export type ClusterVariableKind = 'JSON' | 'SECRET_REFERENCE'

export interface CreateClusterVariableRequest {
  /** @minLength 1 @maxLength 256 */
  readonly name: string
  readonly value: JsonObject
  /** @since 8.10 */
  readonly metadata?: Record<string, string | number> | undefined
  /** @since 8.10 */
  readonly kind?: ClusterVariableKind | undefined
}

export interface UpdateClusterVariableRequest {
  readonly value: JsonObject
  /** @since 8.10 */
  readonly metadata?: Record<string, string | number> | undefined
}

export interface ClusterVariableSearchResult {
  /** @minLength 1 @maxLength 256 */
  readonly name: string
  readonly scope: OpenEnum<ClusterVariableScope>
  readonly tenantId: string | null
  /** @since 8.10 */
  readonly metadata?: Record<string, string | number> | undefined
  /** @since 8.10 */
  readonly kind?: OpenEnum<ClusterVariableKind> | undefined
  readonly value: string
  readonly isTruncated: boolean
}

export interface ClusterVariableFilter {
  readonly name?: TextFilter | undefined
  readonly value?: TextFilter | undefined
  readonly scope?: EnumFilter<ClusterVariableScope> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly isTruncated?: boolean | undefined
  /** @since 8.10 */
  readonly metadata?: Record<string, MetadataValueConditions> | undefined
  /** @since 8.10 */
  readonly kind?: EnumFilter<ClusterVariableKind> | undefined
}

export interface MetadataValueConditions {
  readonly $eq?: string | number | undefined
  readonly $neq?: string | number | undefined
  readonly $exists?: boolean | undefined
  readonly $gt?: number | undefined
  readonly $gte?: number | undefined
  readonly $lt?: number | undefined
  readonly $lte?: number | undefined
  readonly $in?: readonly (string | number)[] | undefined
  readonly $like?: string | undefined
}

export type ClusterVariableSortField = 'name' | 'value' | 'tenantId' | 'scope'

export interface SearchClusterVariablesQuery {
  readonly truncateValues?: boolean | undefined
}
