import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'
import type { MappingRule, MappingRuleFilter, MappingRuleSortField } from './mapping-rules.ts'
import type { Role, RoleFilter, RoleSortField } from './roles.ts'
import type { SearchQueryPageRequest, SortOrder } from './shared.ts'

/** TODO(words) */
export interface Groups {
  /**
   * TODO(words)
   *
   * @operation POST /groups
   * @permission GROUP CREATE
   * @since 8.8
   */
  create(body?: GroupCreateRequest, options?: CallOptions): Promise<Group>

  /**
   * TODO(words)
   *
   * @operation POST /groups/search
   * @permission GROUP READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<GroupFilter, GroupSortField>, options?: ReadOptions<Page<Group>>): Promise<Page<Group>>

  /** TODO(words) */
  searchAll(
    body?: Search<GroupFilter, GroupSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Group, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /groups/{groupId}
   * @permission GROUP READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(groupId: string, options?: ReadOptions<Group>): Promise<Group>

  /**
   * TODO(words)
   *
   * @operation PUT /groups/{groupId}
   * @permission GROUP UPDATE
   * @since 8.8
   */
  update(groupId: string, body: GroupUpdateRequest, options?: CallOptions): Promise<Group>

  /**
   * TODO(words)
   *
   * @operation DELETE /groups/{groupId}
   * @permission GROUP DELETE
   * @since 8.8
   */
  delete(groupId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /groups/{groupId}/clients/search
   * @permission GROUP READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchClients(
    groupId: string,
    body?: GroupClientSearch,
    options?: ReadOptions<Page<GroupClient>>,
  ): Promise<Page<GroupClient>>

  /** TODO(words) */
  searchClientsAll(
    groupId: string,
    body?: GroupClientSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<GroupClient, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /groups/{groupId}/clients/{clientId}
   * @permission GROUP UPDATE
   * @since 8.8
   */
  assignClient(groupId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /groups/{groupId}/clients/{clientId}
   * @permission GROUP UPDATE
   * @since 8.8
   */
  unassignClient(groupId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /groups/{groupId}/mapping-rules/search
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchMappingRules(
    groupId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: ReadOptions<Page<MappingRule>>,
  ): Promise<Page<MappingRule>>

  /** TODO(words) */
  searchMappingRulesAll(
    groupId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /groups/{groupId}/mapping-rules/{mappingRuleId}
   * @permission GROUP UPDATE
   * @since 8.8
   */
  assignMappingRule(groupId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /groups/{groupId}/mapping-rules/{mappingRuleId}
   * @permission GROUP UPDATE
   * @since 8.8
   */
  unassignMappingRule(groupId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /groups/{groupId}/roles/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchRoles(
    groupId: string,
    body?: Search<RoleFilter, RoleSortField>,
    options?: ReadOptions<Page<Role>>,
  ): Promise<Page<Role>>

  /** TODO(words) */
  searchRolesAll(
    groupId: string,
    body?: Search<RoleFilter, RoleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Role, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /groups/{groupId}/users/search
   * @permission GROUP READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchUsers(groupId: string, body?: GroupUserSearch, options?: ReadOptions<Page<GroupUser>>): Promise<Page<GroupUser>>

  /** TODO(words) */
  searchUsersAll(
    groupId: string,
    body?: GroupUserSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<GroupUser, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /groups/{groupId}/users/{username}
   * @permission GROUP UPDATE
   * @since 8.8
   */
  assignUser(groupId: string, username: string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /groups/{groupId}/users/{username}
   * @permission GROUP UPDATE
   * @since 8.8
   */
  unassignUser(groupId: string, username: string, options?: CallOptions): Promise<void>
}

export interface GroupCreateRequest {
  /** @minLength 1 @maxLength 256 */
  readonly groupId: string
  readonly name: string
  readonly description?: string | undefined
}

export interface Group {
  readonly name: string
  /** @minLength 1 @maxLength 256 */
  readonly groupId: string
  readonly description: string | null
}

export interface GroupFilter {
  readonly groupId?: TextFilter | undefined
  readonly name?: TextFilter | undefined
  /** @since 8.10 */
  readonly $or?: readonly GroupFilterFields[] | null | undefined
}

export interface GroupFilterFields {
  readonly groupId?: TextFilter | undefined
  readonly name?: TextFilter | undefined
}

export type GroupSortField = 'name' | 'groupId'

export interface GroupUpdateRequest {
  readonly name: string
  readonly description?: string | undefined
}

export interface GroupClient {
  /** @minLength 1 @maxLength 256 */
  readonly clientId: string
}

export interface GroupClientSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly GroupClientSort[] | undefined
}

export interface GroupClientSort {
  readonly field: 'clientId'
  readonly order?: SortOrder | undefined
}

export interface GroupUser {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
}

export interface GroupUserSearch {
  readonly page?: SearchQueryPageRequest | undefined
  readonly sort?: readonly GroupUserSort[] | undefined
}

export interface GroupUserSort {
  readonly field: 'username'
  readonly order?: SortOrder | undefined
}
