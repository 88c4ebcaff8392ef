import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { MappingRule, MappingRuleFilter, MappingRuleSortField } from './mapping-rules.ts'
import type { ClientMember, GroupMember, MemberSearch, UserMember } from './members.ts'
import type { Role, RoleFilter, RoleSortField } from './roles.ts'
import type { CreateTenantRequest, Tenant, TenantFilter, TenantSortField, UpdateTenantRequest } from './tenant-types.ts'

/**
 * Tenants, which isolate definitions and data within one cluster, and their members. A member can access the tenant, but
 * still needs authorizations for each action.
 */
export interface Tenants {
  /**
   * Creates a tenant without members, and returns it. Searches find it a moment later.
   *
   * @operation POST /tenants
   * @permission TENANT CREATE
   * @since 8.8
   * @throws {ApiError} 400 if `tenantId` has other characters than letters, digits and `_ . -`; 409 if it is taken
   *
   * @example
   * const { tenantId } = await camunda.tenants.create({ tenantId: 'emea', name: 'Europe, Middle East and Africa' })
   * await camunda.tenants.assignClient(tenantId, 'order-service')
   */
  create(body: CreateTenantRequest, options?: CallOptions): Promise<Tenant>

  /**
   * Returns one page of the tenants whose id and name match, without their members. Without a filter, it returns all
   * that the client may read.
   *
   * @operation POST /tenants/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<TenantFilter, TenantSortField>, options?: ReadOptions<Page<Tenant>>): Promise<Page<Tenant>>

  /** Returns all matching tenants one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<TenantFilter, TenantSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Tenant, void, undefined>

  /**
   * Returns the name and description of one tenant. `searchUsers`, `searchClients`, `searchGroups`,
   * `searchMappingRules` and `searchRoles` return its members.
   *
   * @operation GET /tenants/{tenantId}
   * @permission TENANT READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(tenantId: string, options?: ReadOptions<Tenant>): Promise<Tenant>

  /**
   * Replaces name and description of a tenant, and returns it. The id cannot be changed.
   *
   * @operation PUT /tenants/{tenantId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  update(tenantId: string, body: UpdateTenantRequest, options?: CallOptions): Promise<Tenant>

  /**
   * Deletes a tenant. **This cannot be undone.**
   *
   * @operation DELETE /tenants/{tenantId}
   * @permission TENANT DELETE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  delete(tenantId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the clients that are assigned to a tenant directly, not through a group or role.
   *
   * @operation POST /tenants/{tenantId}/clients/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchClients(
    tenantId: string,
    body?: MemberSearch<'clientId'>,
    options?: ReadOptions<Page<ClientMember>>,
  ): Promise<Page<ClientMember>>

  /** Returns all clients of a tenant one by one, and requests the next page while you work on the current one. */
  searchClientsAll(
    tenantId: string,
    body?: MemberSearch<'clientId'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ClientMember, void, undefined>

  /**
   * Assigns a client to a tenant. The cluster does not check whether there is such a client.
   *
   * @operation PUT /tenants/{tenantId}/clients/{clientId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant does not exist
   */
  assignClient(tenantId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a client from a tenant.
   *
   * @operation DELETE /tenants/{tenantId}/clients/{clientId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant does not exist or the client is not assigned to it
   */
  unassignClient(tenantId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the groups that are assigned to a tenant.
   *
   * @operation POST /tenants/{tenantId}/groups/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchGroups(
    tenantId: string,
    body?: MemberSearch<'groupId'>,
    options?: ReadOptions<Page<GroupMember>>,
  ): Promise<Page<GroupMember>>

  /** Returns all groups of a tenant one by one, and requests the next page while you work on the current one. */
  searchGroupsAll(
    tenantId: string,
    body?: MemberSearch<'groupId'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<GroupMember, void, undefined>

  /**
   * Assigns a group to a tenant, and with it all its members.
   *
   * @operation PUT /tenants/{tenantId}/groups/{groupId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the group does not exist
   */
  assignGroup(tenantId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a group from a tenant. Members that are also assigned through something else keep their access.
   *
   * @operation DELETE /tenants/{tenantId}/groups/{groupId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the group does not exist
   */
  unassignGroup(tenantId: string, groupId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the mapping rules that are assigned to a tenant.
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

  /** Returns all matching rules of a tenant one by one, and requests the next page while you work on the current one. */
  searchMappingRulesAll(
    tenantId: string,
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * Assigns a mapping rule to a tenant, and with it everyone whose token matches the rule.
   *
   * @operation PUT /tenants/{tenantId}/mapping-rules/{mappingRuleId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the mapping rule does not exist
   */
  assignMappingRule(tenantId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a mapping rule from a tenant. The rule itself is kept.
   *
   * @operation DELETE /tenants/{tenantId}/mapping-rules/{mappingRuleId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the mapping rule does not exist
   */
  unassignMappingRule(tenantId: string, mappingRuleId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the roles that are assigned to a tenant.
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

  /** Returns all matching roles of a tenant one by one, and requests the next page while you work on the current one. */
  searchRolesAll(
    tenantId: string,
    body?: Search<RoleFilter, RoleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Role, void, undefined>

  /**
   * Assigns a role to a tenant, and with it all users, clients and groups that have the role.
   *
   * @operation PUT /tenants/{tenantId}/roles/{roleId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the role does not exist
   */
  assignRole(tenantId: string, roleId: string, options?: CallOptions): Promise<void>

  /**
   * Removes a role from a tenant. Those that are also assigned through something else keep their access.
   *
   * @operation DELETE /tenants/{tenantId}/roles/{roleId}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the role does not exist
   */
  unassignRole(tenantId: string, roleId: string, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the users that are assigned to a tenant directly, not through a group or role.
   *
   * @operation POST /tenants/{tenantId}/users/search
   * @permission TENANT READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchUsers(
    tenantId: string,
    body?: MemberSearch<'username'>,
    options?: ReadOptions<Page<UserMember>>,
  ): Promise<Page<UserMember>>

  /**
   * Returns all users of a tenant one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const { username } of camunda.tenants.searchUsersAll('emea')) console.log(username)
   */
  searchUsersAll(
    tenantId: string,
    body?: MemberSearch<'username'>,
    options?: SearchAllOptions,
  ): AsyncGenerator<UserMember, void, undefined>

  /**
   * Assigns a user to a tenant.
   *
   * @operation PUT /tenants/{tenantId}/users/{username}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the user does not exist
   */
  assignUser(tenantId: string, username: string, options?: CallOptions): Promise<void>

  /**
   * Removes a user from a tenant. Access through a group or role is kept.
   *
   * @operation DELETE /tenants/{tenantId}/users/{username}
   * @permission TENANT UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if the tenant or the user does not exist
   */
  unassignUser(tenantId: string, username: string, options?: CallOptions): Promise<void>
}
