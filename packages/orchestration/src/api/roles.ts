import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'
import type { MappingRule, MappingRuleFilter, MappingRuleSortField } from './mapping-rules.ts'
import type { ClientMember, GroupMember, MemberSearch, UserMember } from './members.ts'

/**
 * Roles: sets of authorizations under one name. Users, clients, groups and mapping rules that a role is assigned to
 * have its authorizations, and so do the members of such groups.
 */
export interface Roles {
  /**
   * Creates a role without authorizations, and returns it. Searches find it a moment later. Add authorizations with
   * `authorizations.create` and the owner type `ROLE`.
   *
   * @operation POST /roles
   * @permission ROLE CREATE
   * @since 8.8
   * @throws {ApiError} 409 if `roleId` is taken
   *
   * @example
   * const { roleId } = await camunda.roles.create({ roleId: 'order-operator', name: 'Operator of orders' })
   * await camunda.roles.assignToGroup(roleId, 'support')
   */
  create(body: CreateRoleRequest, options?: CallOptions): Promise<Role>

  /**
   * Returns one page of the roles whose id and name match, without what they are assigned to. Without a filter, it
   * returns all that the client may read.
   *
   * @operation POST /roles/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<RoleFilter, RoleSortField>, options?: ReadOptions<Page<Role>>): Promise<Page<Role>>

  /** Returns all matching roles one by one, and requests the next page while you work on the current one. */
  searchAll(body?: Search<RoleFilter, RoleSortField>, options?: SearchAllOptions): AsyncGenerator<Role, void, undefined>

  /**
   * Returns the name and description of one role. `searchUsers`, `searchClients`, `searchGroups` and
   * `searchMappingRules` return what it is assigned to, and `authorizations.search` returns its authorizations.
   *
   * @operation GET /roles/{roleId}
   * @permission ROLE READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(roleId: string, options?: ReadOptions<Role>): Promise<Role>

  /**
   * Replaces name and description of a role, and returns it. The id cannot be changed.
   *
   * @operation PUT /roles/{roleId}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  update(roleId: string, body: UpdateRoleRequest, options?: CallOptions): Promise<Role>

  /**
   * Deletes a role. All users, clients, groups and mapping rules lose its authorizations. **This cannot be undone.**
   *
   * @operation DELETE /roles/{roleId}
   * @permission ROLE DELETE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  delete(roleId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the clients that a role is assigned to directly. Members of groups with the role are not included.
   *
   * @operation POST /roles/{roleId}/clients/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the role does not exist
   */
  searchClients(
    roleId: string,
    body?: MemberSearch<'clientId'>,
    options?: ReadOptions<Page<ClientMember>>,
  ): Promise<Page<ClientMember>>

  /** Returns all clients that have a role one by one, and requests the next page while you work on the current one. */
  searchClientsAll(
    roleId: string,
    body?: MemberSearch<'clientId'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ClientMember, void, undefined>

  /**
   * Assigns a role to a client. The cluster does not check whether there is such a client.
   *
   * @operation PUT /roles/{roleId}/clients/{clientId}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role does not exist; 409 if the client has it already
   */
  assignToClient(roleId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a role from a client.
   *
   * @operation DELETE /roles/{roleId}/clients/{clientId}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role does not exist or the client does not have it
   */
  unassignFromClient(roleId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the groups that have a role.
   *
   * @operation POST /roles/{roleId}/groups/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the role does not exist
   */
  searchGroups(
    roleId: string,
    body?: MemberSearch<'groupId'>,
    options?: ReadOptions<Page<GroupMember>>,
  ): Promise<Page<GroupMember>>

  /** Returns all groups that have a role one by one, and requests the next page while you work on the current one. */
  searchGroupsAll(
    roleId: string,
    body?: MemberSearch<'groupId'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<GroupMember, void, undefined>

  /**
   * Assigns a role to a group, and with it to all its members.
   *
   * @operation PUT /roles/{roleId}/groups/{groupId}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role or the group does not exist; 409 if the group has the role already
   */
  assignToGroup(roleId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a role from a group, and with it from all its members, unless they also have the role through something
   * else.
   *
   * @operation DELETE /roles/{roleId}/groups/{groupId}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role or the group does not exist
   */
  unassignFromGroup(roleId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the mapping rules that have a role.
   *
   * @operation POST /roles/{roleId}/mapping-rules/search
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the role does not exist
   */
  searchMappingRules(
    roleId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: ReadOptions<Page<MappingRule>>,
  ): Promise<Page<MappingRule>>

  /** Returns all matching rules with a role one by one, and requests the next page while you work on the current one. */
  searchMappingRulesAll(
    roleId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * Assigns a role to a mapping rule, and with it to everyone whose token matches the rule.
   *
   * @operation PUT /roles/{roleId}/mapping-rules/{mappingRuleId}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role or the mapping rule does not exist; 409 if the rule has the role already
   */
  assignToMappingRule(roleId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a role from a mapping rule.
   *
   * @operation DELETE /roles/{roleId}/mapping-rules/{mappingRuleId}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role or the mapping rule does not exist
   */
  unassignFromMappingRule(roleId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the users that a role is assigned to directly. Members of groups with the role are not included.
   *
   * @operation POST /roles/{roleId}/users/search
   * @permission ROLE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the role does not exist
   */
  searchUsers(
    roleId: string,
    body?: MemberSearch<'username'>,
    options?: ReadOptions<Page<UserMember>>,
  ): Promise<Page<UserMember>>

  /**
   * Returns all users who have a role one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const { username } of camunda.roles.searchUsersAll('admin')) console.log(username)
   */
  searchUsersAll(
    roleId: string,
    body?: MemberSearch<'username'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<UserMember, void, undefined>

  /**
   * Assigns a role to a user.
   *
   * @operation PUT /roles/{roleId}/users/{username}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role or the user does not exist; 409 if the user has the role already
   */
  assignToUser(roleId: string, username: string, options?: CallOptions): Promise<void>

  /**
   * Removes a role from a user. A role that the user has through a group is kept.
   *
   * @operation DELETE /roles/{roleId}/users/{username}
   * @permission ROLE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the role or the user does not exist
   */
  unassignFromUser(roleId: string, username: string, options?: CallOptions): Promise<void>
}

/** A new role. */
export interface CreateRoleRequest extends UpdateRoleRequest {
  /** @minLength 1 @maxLength 256 */
  readonly roleId: string
}

/** New name and description of a role. */
export interface UpdateRoleRequest {
  readonly name: string
  readonly description?: string | undefined
}

/** A set of authorizations under one name. */
export interface Role {
  readonly name: string
  /** @minLength 1 @maxLength 256 */
  readonly roleId: string
  readonly description: string | null
}

/** Conditions on roles; all must be met. */
export interface RoleFilter extends RoleFilterFields {
  /** At least one of these must also match. @since 8.10 */
  readonly $or?: readonly RoleFilterFields[] | null | undefined
}

/** Conditions on the fields of roles; all must be met. */
export interface RoleFilterFields {
  readonly roleId?: TextFilter | undefined
  readonly name?: TextFilter | undefined
}

/** Fields to sort roles by. */
export type RoleSortField = 'name' | 'roleId'
