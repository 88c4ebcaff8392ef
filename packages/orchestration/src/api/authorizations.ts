import type { CallOptions, OpenEnum, Page, ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { AuthorizationKey } from './identifiers.ts'
import type { PermissionType, ResourceType } from './permissions.ts'

/** Authorizations: the permissions of users, clients, roles, groups and mapping rules on resources. */
export interface Authorizations {
  /**
   * Creates an authorization, and returns its key. It grants the permissions on one resource, on all resources of a type,
   * or on those that a property relates to the owner.
   *
   * @operation POST /authorizations
   * @permission AUTHORIZATION CREATE
   * @since 8.8
   * @throws {ApiError} 400 if a permission does not exist for the resource type; 404 if the owner does not exist
   *
   * @example
   * await camunda.authorizations.create({
   *   ownerType: 'ROLE',
   *   ownerId: 'order-operator',
   *   resourceType: 'PROCESS_DEFINITION',
   *   resourceId: 'order',
   *   permissionTypes: ['READ_PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE', 'CREATE_PROCESS_INSTANCE'],
   * })
   */
  create(body: AuthorizationRequest, options?: CallOptions): Promise<CreatedAuthorization>

  /**
   * Returns one page of the authorizations that match by owner, resource type, and resource ids or properties.
   *
   * @operation POST /authorizations/search
   * @permission AUTHORIZATION READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<AuthorizationFilter, AuthorizationSortField>,
    options?: ReadOptions<Page<Authorization>>,
  ): Promise<Page<Authorization>>

  /**
   * Returns all matching authorizations one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const query = { filter: { ownerType: 'ROLE', ownerId: 'order-operator' } } as const
   * for await (const { resourceType, resourceId, permissionTypes } of camunda.authorizations.searchAll(query)) {
   *   console.log(resourceType, resourceId, permissionTypes)
   * }
   */
  searchAll(
    body?: Search<AuthorizationFilter, AuthorizationSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Authorization, void, undefined>

  /**
   * Returns one authorization by its key: the owner, the resource or property that it is for, and the permissions.
   *
   * @operation GET /authorizations/{authorizationKey}
   * @permission AUTHORIZATION READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(authorizationKey: AuthorizationKey, options?: ReadOptions<Authorization>): Promise<Authorization>

  /**
   * Replaces an authorization: owner, resource and permissions. Permissions that you leave out are revoked.
   *
   * @operation PUT /authorizations/{authorizationKey}
   * @permission AUTHORIZATION UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  update(authorizationKey: AuthorizationKey, body: AuthorizationRequest, options?: CallOptions): Promise<void>

  /**
   * Deletes an authorization, and with it all permissions that it grants.
   *
   * @operation DELETE /authorizations/{authorizationKey}
   * @permission AUTHORIZATION DELETE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  delete(authorizationKey: AuthorizationKey, options?: CallOptions): Promise<void>
}

/** The key of a new authorization. */
export interface CreatedAuthorization {
  readonly authorizationKey: AuthorizationKey
}

/** An authorization for resources by their id, or by a property that relates them to the owner. */
export type AuthorizationRequest = AuthorizationIdBasedRequest | AuthorizationPropertyBasedRequest

/** Owner, resource type and permissions of a new authorization. */
export interface AuthorizationRequestFields {
  /** A username, client id, role id, group id or mapping rule id, as `ownerType` says. */
  readonly ownerId: string
  readonly ownerType: OwnerType
  readonly resourceType: ResourceType
  readonly permissionTypes: readonly PermissionType[]
}

/** An authorization for one resource, or for all of a type. */
export interface AuthorizationIdBasedRequest extends AuthorizationRequestFields {
  /** Id of the resource, such as a process definition id; `*` for all of the type. */
  readonly resourceId: string
}

/** An authorization for the resources that a property relates to the owner. */
export interface AuthorizationPropertyBasedRequest extends AuthorizationRequestFields {
  /** Name of the property. Required in this kind of authorization. @since 8.9 */
  readonly resourcePropertyName?: string | undefined
}

/** Kinds of owners of an authorization. */
export type OwnerType = 'USER' | 'CLIENT' | 'ROLE' | 'GROUP' | 'MAPPING_RULE' | 'UNSPECIFIED'

/** The permissions of one owner on resources of one type. */
export interface Authorization {
  /** A username, client id, role id, group id or mapping rule id, as `ownerType` says. */
  readonly ownerId: string
  readonly ownerType: OpenEnum<OwnerType>
  readonly resourceType: OpenEnum<ResourceType>
  /** `*` for all resources of the type; null if it is for resources by a property. */
  readonly resourceId: string | null
  /** Null if it is for resources by their id. */
  readonly resourcePropertyName: string | null
  readonly permissionTypes: readonly OpenEnum<PermissionType>[]
  readonly authorizationKey: AuthorizationKey
}

/** Conditions on authorizations; all must be met. */
export interface AuthorizationFilter {
  readonly ownerId?: string | undefined
  readonly ownerType?: OwnerType | undefined
  /** Any of these. */
  readonly resourceIds?: readonly string[] | undefined
  /** Any of these. */
  readonly resourcePropertyNames?: readonly string[] | undefined
  readonly resourceType?: ResourceType | undefined
}

/** Fields to sort authorizations by. */
export type AuthorizationSortField = 'ownerId' | 'ownerType' | 'resourceId' | 'resourcePropertyName' | 'resourceType'
