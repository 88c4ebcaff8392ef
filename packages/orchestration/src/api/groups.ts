import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'
import type { MappingRule, MappingRuleFilter, MappingRuleSortField } from './mapping-rules.ts'
import type { ClientMember, MemberSearch, UserMember } from './members.ts'
import type { Role, RoleFilter, RoleSortField } from './roles.ts'

/**
 * Groups of users, clients and mapping rules. A member has all authorizations, roles and tenants of its groups.
 *
 * A cluster that takes the groups from a claim of the identity provider's tokens does not serve these operations.
 */
export interface Groups {
  /**
   * Creates a group without members, and returns it. Searches find it a moment later.
   *
   * @operation POST /groups
   * @permission GROUP CREATE
   * @since 8.8
   * @throws {ApiError} 400 if `groupId` has other characters than letters, digits and `_ ~ @ . + -`; 409 if it is taken
   *
   * @example
   * const { groupId } = await camunda.groups.create({ groupId: 'support', name: 'Customer support' })
   * await camunda.groups.assignUser(groupId, 'jane')
   */
  create(body: CreateGroupRequest, options?: CallOptions): Promise<Group>

  /**
   * Returns one page of the groups whose id and name match, without their members. Without a filter, it returns all
   * that the client may read.
   *
   * @operation POST /groups/search
   * @permission GROUP READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<GroupFilter, GroupSortField>, options?: ReadOptions<Page<Group>>): Promise<Page<Group>>

  /** Returns all matching groups one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<GroupFilter, GroupSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Group, void, undefined>

  /**
   * Returns the name and description of one group. `searchUsers`, `searchClients` and `searchMappingRules` return its
   * members, and `searchRoles` returns its roles.
   *
   * @operation GET /groups/{groupId}
   * @permission GROUP READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(groupId: string, options?: ReadOptions<Group>): Promise<Group>

  /**
   * Replaces name and description of a group, and returns it. The id cannot be changed.
   *
   * @operation PUT /groups/{groupId}
   * @permission GROUP UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  update(groupId: string, body: UpdateGroupRequest, options?: CallOptions): Promise<Group>

  /**
   * Deletes a group. Its members still exist, but lose the authorizations, roles and tenants of the group. **This cannot be
   * undone.**
   *
   * @operation DELETE /groups/{groupId}
   * @permission GROUP DELETE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  delete(groupId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the clients in a group.
   *
   * @operation POST /groups/{groupId}/clients/search
   * @permission GROUP READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the group does not exist
   */
  searchClients(
    groupId: string,
    body?: MemberSearch<'clientId'>,
    options?: ReadOptions<Page<ClientMember>>,
  ): Promise<Page<ClientMember>>

  /** Returns all clients in a group one by one, and requests the next page while you work on the current one. */
  searchClientsAll(
    groupId: string,
    body?: MemberSearch<'clientId'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ClientMember, void, undefined>

  /**
   * Adds a client to a group. The cluster does not check whether there is such a client.
   *
   * @operation PUT /groups/{groupId}/clients/{clientId}
   * @permission GROUP UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the group does not exist; 409 if the client is in it already
   */
  assignClient(groupId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a client from a group.
   *
   * @operation DELETE /groups/{groupId}/clients/{clientId}
   * @permission GROUP UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the group does not exist or the client is not in it
   */
  unassignClient(groupId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the mapping rules in a group.
   *
   * @operation POST /groups/{groupId}/mapping-rules/search
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the group does not exist
   */
  searchMappingRules(
    groupId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: ReadOptions<Page<MappingRule>>,
  ): Promise<Page<MappingRule>>

  /** Returns all matching rules in a group one by one, and requests the next page while you work on the current one. */
  searchMappingRulesAll(
    groupId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * Adds a mapping rule to a group. Everyone whose token matches the rule becomes a member.
   *
   * @operation PUT /groups/{groupId}/mapping-rules/{mappingRuleId}
   * @permission GROUP UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the group or the mapping rule does not exist; 409 if the rule is in the group already
   */
  assignMappingRule(groupId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a mapping rule from a group. The rule itself is kept.
   *
   * @operation DELETE /groups/{groupId}/mapping-rules/{mappingRuleId}
   * @permission GROUP UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the group or the mapping rule does not exist, or the rule is not in the group
   */
  unassignMappingRule(groupId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the roles that a group has. To assign them, use `roles.assignToGroup`.
   *
   * @operation POST /groups/{groupId}/roles/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the group does not exist
   */
  searchRoles(
    groupId: string,
    body?: Search<RoleFilter, RoleSortField>,
    options?: ReadOptions<Page<Role>>,
  ): Promise<Page<Role>>

  /** Returns all matching roles of a group one by one, and requests the next page while you work on the current one. */
  searchRolesAll(
    groupId: string,
    body?: Search<RoleFilter, RoleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Role, void, undefined>

  /**
   * Returns one page of the users in a group.
   *
   * @operation POST /groups/{groupId}/users/search
   * @permission GROUP READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the group does not exist
   */
  searchUsers(
    groupId: string,
    body?: MemberSearch<'username'>,
    options?: ReadOptions<Page<UserMember>>,
  ): Promise<Page<UserMember>>

  /**
   * Returns all users in a group one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const { username } of camunda.groups.searchUsersAll('support')) console.log(username)
   */
  searchUsersAll(
    groupId: string,
    body?: MemberSearch<'username'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<UserMember, void, undefined>

  /**
   * Adds a user to a group.
   *
   * @operation PUT /groups/{groupId}/users/{username}
   * @permission GROUP UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the group or the user does not exist; 409 if the user is in the group already
   */
  assignUser(groupId: string, username: string, options?: CallOptions): Promise<void>

  /**
   * Removes a user from a group.
   *
   * @operation DELETE /groups/{groupId}/users/{username}
   * @permission GROUP UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the group or the user does not exist, or the user is not in the group
   */
  unassignUser(groupId: string, username: string, options?: CallOptions): Promise<void>
}

/** A new group. */
export interface CreateGroupRequest extends UpdateGroupRequest {
  /** Letters, digits and `_ ~ @ . + -`. @minLength 1 @maxLength 256 */
  readonly groupId: string
}

/** New name and description of a group. */
export interface UpdateGroupRequest {
  readonly name: string
  readonly description?: string | undefined
}

/** A group of users, clients and mapping rules. */
export interface Group {
  readonly name: string
  /** @minLength 1 @maxLength 256 */
  readonly groupId: string
  readonly description: string | null
}

/** Conditions on groups; all must be met. */
export interface GroupFilter extends GroupFilterFields {
  /** At least one of these must also match. @since 8.10 */
  readonly $or?: readonly GroupFilterFields[] | null | undefined
}

/** Conditions on the fields of groups; all must be met. */
export interface GroupFilterFields {
  readonly groupId?: TextFilter | undefined
  readonly name?: TextFilter | undefined
}

/** Fields to sort groups by. */
export type GroupSortField = 'name' | 'groupId'
