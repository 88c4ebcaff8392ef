import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { TenantId } from './identifiers.ts'
import type { MappingRule, MappingRuleFilter, MappingRuleSortField } from './mapping-rules.ts'
import type { Role, RoleFilter, RoleSortField } from './roles.ts'
import type { SearchQueryPageRequest, SortOrder } from './shared.ts'

/** TODO(words) */
export interface Tenants {
  /**
   * TODO(words)
   *
   * @operation POST /tenants
   * @permission TENANT CREATE
   * @since 8.8
   */
  create(body: TenantCreateRequest, options?: CallOptions): Promise<Tenant>

  /**
   * TODO(words)
   *
   * @operation POST /tenants/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<TenantFilter, TenantSortField>, options?: ReadOptions<Page<Tenant>>): Promise<Page<Tenant>>

  /** TODO(words) */
  searchAll(
    body?: Search<TenantFilter, TenantSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Tenant, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /tenants/{tenantId}
   * @permission TENANT READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(tenantId: string, options?: ReadOptions<Tenant>): Promise<Tenant>

  /**
   * TODO(words)
   *
   * @operation PUT /tenants/{tenantId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  update(tenantId: string, body: TenantUpdateRequest, options?: CallOptions): Promise<Tenant>

  /**
   * TODO(words)
   *
   * @operation DELETE /tenants/{tenantId}
   * @permission TENANT DELETE
   * @since 8.8
   */
  delete(tenantId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /tenants/{tenantId}/clients/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchClients(
    tenantId: string,
    body?: TenantClientSearch,
    options?: ReadOptions<Page<TenantClient>>,
  ): Promise<Page<TenantClient>>

  /** TODO(words) */
  searchClientsAll(
    tenantId: string,
    body?: TenantClientSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<TenantClient, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /tenants/{tenantId}/clients/{clientId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  assignClient(tenantId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /tenants/{tenantId}/clients/{clientId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  unassignClient(tenantId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /tenants/{tenantId}/groups/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchGroups(
    tenantId: string,
    body?: TenantGroupSearch,
    options?: ReadOptions<Page<TenantGroup>>,
  ): Promise<Page<TenantGroup>>

  /** TODO(words) */
  searchGroupsAll(
    tenantId: string,
    body?: TenantGroupSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<TenantGroup, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /tenants/{tenantId}/groups/{groupId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  assignGroup(tenantId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /tenants/{tenantId}/groups/{groupId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  unassignGroup(tenantId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /tenants/{tenantId}/mapping-rules/search
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchMappingRules(
    tenantId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: ReadOptions<Page<MappingRule>>,
  ): Promise<Page<MappingRule>>

  /** TODO(words) */
  searchMappingRulesAll(
    tenantId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /tenants/{tenantId}/mapping-rules/{mappingRuleId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  assignMappingRule(tenantId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /tenants/{tenantId}/mapping-rules/{mappingRuleId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  unassignMappingRule(tenantId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /tenants/{tenantId}/roles/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchRoles(
    tenantId: string,
    body?: Search<RoleFilter, RoleSortField>,
    options?: ReadOptions<Page<Role>>,
  ): Promise<Page<Role>>

  /** TODO(words) */
  searchRolesAll(
    tenantId: string,
    body?: Search<RoleFilter, RoleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Role, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /tenants/{tenantId}/roles/{roleId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  assignRole(tenantId: string, roleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /tenants/{tenantId}/roles/{roleId}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  unassignRole(tenantId: string, roleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /tenants/{tenantId}/users/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchUsers(
    tenantId: string,
    body?: TenantUserSearch,
    options?: ReadOptions<Page<TenantUser>>,
  ): Promise<Page<TenantUser>>

  /** TODO(words) */
  searchUsersAll(
    tenantId: string,
    body?: TenantUserSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<TenantUser, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /tenants/{tenantId}/users/{username}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  assignUser(tenantId: string, username: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /tenants/{tenantId}/users/{username}
   * @permission TENANT UPDATE
   * @since 8.8
   */
  unassignUser(tenantId: string, username: string, options?: CallOptions): Promise<void>
}

export interface Tenant {
  readonly name: string
  readonly tenantId: TenantId
  readonly description: string | null
}

export interface TenantCreateRequest {
  readonly tenantId: TenantId
  readonly name: string
  readonly description?: string | undefined
}

export interface TenantFilter {
  readonly tenantId?: TenantId | undefined
  readonly name?: string | undefined
}

export type TenantSortField = 'key' | 'name' | 'tenantId'

export interface TenantUpdateRequest {
  readonly name: string
  readonly description?: string | undefined
}

export interface TenantClient {
  /** @minLength 1 @maxLength 256 */
  readonly clientId: string
}

export interface TenantClientSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly TenantClientSort[] | undefined
}

export interface TenantClientSort {
  readonly field: 'clientId'
  readonly order?: SortOrder | undefined
}

export interface TenantGroup {
  /** @minLength 1 @maxLength 256 */
  readonly groupId: string
}

export interface TenantGroupSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly TenantGroupSort[] | undefined
}

export interface TenantGroupSort {
  readonly field: 'groupId'
  readonly order?: SortOrder | undefined
}

export interface TenantUser {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
}

export interface TenantUserSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly TenantUserSort[] | undefined
}

export interface TenantUserSort {
  readonly field: 'username'
  readonly order?: SortOrder | undefined
}
