import type { CallOptions, OpenEnum, Page, ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { AuthorizationKey } from './identifiers.ts'
import type { ResourceType } from './resources.ts'
import type { OwnerType, PermissionType } from './shared.ts'

/** TODO(words) */
export interface Authorizations {
  /**
   * TODO(words)
   *
   * @operation POST /authorizations
   * @permission AUTHORIZATION CREATE
   * @since 8.8
   */
  create(body: AuthorizationRequest, options?: CallOptions): Promise<CreatedAuthorization>

  /**
   * TODO(words)
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

  /** TODO(words) */
  searchAll(
    body?: Search<AuthorizationFilter, AuthorizationSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Authorization, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /authorizations/{authorizationKey}
   * @permission AUTHORIZATION READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(authorizationKey: AuthorizationKey, options?: ReadOptions<Authorization>): Promise<Authorization>

  /**
   * TODO(words)
   *
   * @operation PUT /authorizations/{authorizationKey}
   * @permission AUTHORIZATION UPDATE
   * @since 8.8
   */
  update(authorizationKey: AuthorizationKey, body: AuthorizationRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation DELETE /authorizations/{authorizationKey}
   * @permission AUTHORIZATION DELETE
   * @since 8.8
   */
  delete(authorizationKey: AuthorizationKey, options?: CallOptions): Promise<void>
}

export interface CreatedAuthorization {
  readonly authorizationKey: AuthorizationKey
}

export type AuthorizationRequest = AuthorizationIdBasedRequest | AuthorizationPropertyBasedRequest

export interface AuthorizationIdBasedRequest {
  readonly ownerId: string
  readonly ownerType: OwnerType
  readonly resourceId: string
  readonly resourceType: ResourceType
  readonly permissionTypes: readonly PermissionType[]
}

export interface AuthorizationPropertyBasedRequest {
  readonly ownerId: string
  readonly ownerType: OwnerType
  /** @since 8.9 */
  readonly resourcePropertyName?: string | undefined
  readonly resourceType: ResourceType
  readonly permissionTypes: readonly PermissionType[]
}

export interface Authorization {
  readonly ownerId: string
  readonly ownerType: OpenEnum<OwnerType>
  readonly resourceType: OpenEnum<ResourceType>
  readonly resourceId: string | null
  readonly resourcePropertyName: string | null
  readonly permissionTypes: readonly OpenEnum<PermissionType>[]
  readonly authorizationKey: AuthorizationKey
}

export interface AuthorizationFilter {
  readonly ownerId?: string | undefined
  readonly ownerType?: OwnerType | undefined
  readonly resourceIds?: readonly string[] | undefined
  readonly resourcePropertyNames?: readonly string[] | undefined
  readonly resourceType?: ResourceType | undefined
}

export type AuthorizationSortField = 'ownerId' | 'ownerType' | 'resourceId' | 'resourcePropertyName' | 'resourceType'
