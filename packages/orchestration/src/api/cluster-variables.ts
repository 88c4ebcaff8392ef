import type {
  CallOptions,
  EnumFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'

/** Variables that every process can read in its expressions, global ones and those of one tenant. */
export interface ClusterVariables {
  /**
   * Creates a global variable, and returns it. Searches find it a moment later.
   *
   * @operation POST /cluster-variables/global
   * @permission CLUSTER_VARIABLE CREATE
   * @since 8.9
   * @throws {ApiError} 409 if there is one of this name
   *
   * @example
   * await camunda.clusterVariables.createGlobal({ name: 'shop', value: { currency: 'EUR', vat: 0.19 } })
   */
  createGlobal(body: CreateClusterVariableRequest, options?: CallOptions): Promise<ClusterVariable>

  /**
   * Returns a global variable with its full value.
   *
   * @operation GET /cluster-variables/global/{name}
   * @permission CLUSTER_VARIABLE READ
   * @since 8.9
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   *
   * @example
   * const { value } = await camunda.clusterVariables.getGlobal('shop', { waitFor: true })
   * console.log(JSON.parse(value))
   */
  getGlobal(name: string, options?: ReadOptions<ClusterVariable>): Promise<ClusterVariable>

  /**
   * Replaces the value of a global variable, and returns it.
   *
   * @operation PUT /cluster-variables/global/{name}
   * @permission CLUSTER_VARIABLE UPDATE
   * @since 8.9
   * @throws {ApiError} 404 if it does not exist
   */
  updateGlobal(name: string, body: UpdateClusterVariableRequest, options?: CallOptions): Promise<ClusterVariable>

  /**
   * Deletes a global variable. **This cannot be undone.**
   *
   * @operation DELETE /cluster-variables/global/{name}
   * @permission CLUSTER_VARIABLE DELETE
   * @since 8.9
   * @throws {ApiError} 404 if it does not exist
   */
  deleteGlobal(name: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of variables, global ones and those of tenants. Long values are truncated by default.
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
    options?: ReadOptions<Page<ClusterVariableSearchItem>>,
  ): Promise<Page<ClusterVariableSearchItem>>

  /**
   * Returns all matching variables one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const search = { filter: { scope: 'GLOBAL' } } as const
   * for await (const { name, value } of camunda.clusterVariables.searchAll(search, { truncateValues: false })) {
   *   console.log(name, JSON.parse(value))
   * }
   */
  searchAll(
    body?: Search<ClusterVariableFilter, ClusterVariableSortField>,
    query?: SearchClusterVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ClusterVariableSearchItem, void, undefined>

  /**
   * Creates a variable of a tenant, and returns it. Searches find it a moment later.
   *
   * @operation POST /cluster-variables/tenants/{tenantId}
   * @permission CLUSTER_VARIABLE CREATE
   * @since 8.9
   * @throws {ApiError} 404 if the tenant does not exist; 409 if it has a variable of this name
   */
  createForTenant(tenantId: string, body: CreateClusterVariableRequest, options?: CallOptions): Promise<ClusterVariable>

  /**
   * Returns a variable of a tenant with its full value.
   *
   * @operation GET /cluster-variables/tenants/{tenantId}/{name}
   * @permission CLUSTER_VARIABLE READ
   * @since 8.9
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  getForTenant(tenantId: string, name: string, options?: ReadOptions<ClusterVariable>): Promise<ClusterVariable>

  /**
   * Replaces the value of a variable of a tenant, and returns it.
   *
   * @operation PUT /cluster-variables/tenants/{tenantId}/{name}
   * @permission CLUSTER_VARIABLE UPDATE
   * @since 8.9
   * @throws {ApiError} 404 if it does not exist
   */
  updateForTenant(
    tenantId: string,
    name: string,
    body: UpdateClusterVariableRequest,
    options?: CallOptions,
  ): Promise<ClusterVariable>

  /**
   * Deletes a variable of a tenant. **This cannot be undone.**
   *
   * @operation DELETE /cluster-variables/tenants/{tenantId}/{name}
   * @permission CLUSTER_VARIABLE DELETE
   * @since 8.9
   * @throws {ApiError} 404 if it does not exist
   */
  deleteForTenant(tenantId: string, name: string, options?: CallOptions): Promise<void>
}

/** A variable of the cluster. */
export interface ClusterVariable {
  /** Unique among the global variables, or those of the tenant. @minLength 1 @maxLength 256 */
  readonly name: string
  readonly scope: OpenEnum<ClusterVariableScope>
  /** Null for a global variable. */
  readonly tenantId: string | null
  /** @since 8.10 */
  readonly metadata?: Record<string, string | number> | undefined
  /** @since 8.10 */
  readonly kind?: OpenEnum<ClusterVariableKind> | undefined
  /** JSON text. */
  readonly value: string
}

/** Scopes of variables: all processes, or those of one tenant. */
export type ClusterVariableScope = 'GLOBAL' | 'TENANT'

/**
 * Kinds of variables. The value of a `SECRET_REFERENCE` may refer to secrets as `camunda.secrets.<name>`, which are replaced
 * when a job is activated.
 */
export type ClusterVariableKind = 'JSON' | 'SECRET_REFERENCE'

/** New value of a variable. */
export interface UpdateClusterVariableRequest {
  readonly value: unknown
  /** Up to 100 custom entries; the cluster limits their total size. @since 8.10 */
  readonly metadata?: Record<string, string | number> | undefined
}

/** A new variable. */
export interface CreateClusterVariableRequest extends UpdateClusterVariableRequest {
  /** Unique among the global variables, or those of the tenant. @minLength 1 @maxLength 256 */
  readonly name: string
  /** @defaultValue `JSON` @since 8.10 */
  readonly kind?: ClusterVariableKind | undefined
}

/** A variable in a search result. Its value can be truncated. */
export interface ClusterVariableSearchItem extends ClusterVariable {
  /** True if the value is truncated and so is not valid JSON. `getGlobal` and `getForTenant` return it in full. */
  readonly isTruncated: boolean
}

/** Conditions on variables; all must be met. */
export interface ClusterVariableFilter {
  readonly name?: TextFilter | undefined
  /** On the JSON text: a string is `'"EUR"'`. */
  readonly value?: TextFilter | undefined
  readonly scope?: EnumFilter<ClusterVariableScope> | undefined
  readonly tenantId?: TextFilter | undefined
  /** Whether the value is truncated in the storage. It is independent of `truncateValues`. */
  readonly isTruncated?: boolean | undefined
  /** Conditions by the names of metadata. @since 8.10 */
  readonly metadata?: Record<string, MetadataValueConditions> | undefined
  /** @since 8.10 */
  readonly kind?: EnumFilter<ClusterVariableKind> | undefined
}

/** Conditions on a value of the metadata; all must be met. */
export interface MetadataValueConditions {
  readonly $eq?: string | number | undefined
  readonly $neq?: string | number | undefined
  readonly $exists?: boolean | undefined
  readonly $gt?: number | undefined
  readonly $gte?: number | undefined
  readonly $lt?: number | undefined
  readonly $lte?: number | undefined
  readonly $in?: readonly (string | number)[] | undefined
  /** `*` matches any characters, `?` exactly one. */
  readonly $like?: string | undefined
}

/** Fields to sort variables by. */
export type ClusterVariableSortField = 'name' | 'value' | 'tenantId' | 'scope'

/** Options of a search for variables. */
export interface SearchClusterVariablesQuery {
  /** False to return values in full. @defaultValue true */
  readonly truncateValues?: boolean | undefined
}
