import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'
import type { MappingRule, MappingRuleFilter, MappingRuleSortField } from './mapping-rules.ts'
import type { SearchQueryPageRequest, SortOrder } from './shared.ts'

/** TODO(words) */
export interface Roles {
  /**
   * TODO(words)
   *
   * @operation POST /roles
   * @permission ROLE CREATE
   * @since 8.8
   */
  create(body?: RoleCreateRequest, options?: CallOptions): Promise<Role>

  /**
   * TODO(words)
   *
   * @operation POST /roles/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<RoleFilter, RoleSortField>, options?: ReadOptions<Page<Role>>): Promise<Page<Role>>

  /** TODO(words) */
  searchAll(body?: Search<RoleFilter, RoleSortField>, options?: SearchAllOptions): AsyncGenerator<Role, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /roles/{roleId}
   * @permission ROLE READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(roleId: string, options?: ReadOptions<Role>): Promise<Role>

  /**
   * TODO(words)
   *
   * @operation PUT /roles/{roleId}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  update(roleId: string, body: RoleUpdateRequest, options?: CallOptions): Promise<Role>

  /**
   * TODO(words)
   *
   * @operation DELETE /roles/{roleId}
   * @permission ROLE DELETE
   * @since 8.8
   */
  delete(roleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /roles/{roleId}/clients/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchClients(
    roleId: string,
    body?: RoleClientSearch,
    options?: ReadOptions<Page<RoleClient>>,
  ): Promise<Page<RoleClient>>

  /** TODO(words) */
  searchClientsAll(
    roleId: string,
    body?: RoleClientSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<RoleClient, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /roles/{roleId}/clients/{clientId}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  assignToClient(roleId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /roles/{roleId}/clients/{clientId}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  unassignFromClient(roleId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /roles/{roleId}/groups/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchGroups(roleId: string, body?: RoleGroupSearch, options?: ReadOptions<Page<RoleGroup>>): Promise<Page<RoleGroup>>

  /** TODO(words) */
  searchGroupsAll(
    roleId: string,
    body?: RoleGroupSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<RoleGroup, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /roles/{roleId}/groups/{groupId}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  assignToGroup(roleId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /roles/{roleId}/groups/{groupId}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  unassignFromGroup(roleId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /roles/{roleId}/mapping-rules/search
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchMappingRules(
    roleId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: ReadOptions<Page<MappingRule>>,
  ): Promise<Page<MappingRule>>

  /** TODO(words) */
  searchMappingRulesAll(
    roleId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /roles/{roleId}/mapping-rules/{mappingRuleId}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  assignToMappingRule(roleId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /roles/{roleId}/mapping-rules/{mappingRuleId}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  unassignFromMappingRule(roleId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /roles/{roleId}/users/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchUsers(roleId: string, body?: RoleUserSearch, options?: ReadOptions<Page<RoleUser>>): Promise<Page<RoleUser>>

  /** TODO(words) */
  searchUsersAll(
    roleId: string,
    body?: RoleUserSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<RoleUser, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /roles/{roleId}/users/{username}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  assignToUser(roleId: string, username: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /roles/{roleId}/users/{username}
   * @permission ROLE UPDATE
   * @since 8.8
   */
  unassignFromUser(roleId: string, username: string, options?: CallOptions): Promise<void>
}

export interface RoleCreateRequest {
  /** @minLength 1 @maxLength 256 */
  readonly roleId: string
  readonly name: string
  readonly description?: string | undefined
}

export interface RoleUpdateRequest {
  readonly name: string
  readonly description?: string | undefined
}

export interface RoleClient {
  /** @minLength 1 @maxLength 256 */
  readonly clientId: string
}

export interface RoleClientSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly RoleClientSort[] | undefined
}

export interface RoleClientSort {
  readonly field: 'clientId'
  readonly order?: SortOrder | undefined
}

export interface RoleGroup {
  /** @minLength 1 @maxLength 256 */
  readonly groupId: string
}

export interface RoleGroupSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly RoleGroupSort[] | undefined
}

export interface RoleGroupSort {
  readonly field: 'groupId'
  readonly order?: SortOrder | undefined
}

export interface RoleUser {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
}

export interface RoleUserSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly RoleUserSort[] | undefined
}

export interface RoleUserSort {
  readonly field: 'username'
  readonly order?: SortOrder | undefined
}

export interface Role {
  readonly name: string
  /** @minLength 1 @maxLength 256 */
  readonly roleId: string
  readonly description: string | null
}

export interface RoleFilter {
  readonly roleId?: TextFilter | undefined
  readonly name?: TextFilter | undefined
  /** @since 8.10 */
  readonly $or?: readonly RoleFilterFields[] | null | undefined
}

export interface RoleFilterFields {
  readonly roleId?: TextFilter | undefined
  readonly name?: TextFilter | undefined
}

export type RoleSortField = 'name' | 'roleId'
