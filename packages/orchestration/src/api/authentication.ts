import type { CallOptions, Email, PageInfo, ReadOptions, Search } from '@x/rest'
import type { Authorization, AuthorizationFilter, AuthorizationSortField } from './authorizations.ts'
import type { Tenant } from './tenant-types.ts'

/** The caller's own identity and authorizations. */
export interface Authentication {
  /**
   * Returns the user that the token or session belongs to, with its groups, roles and tenants.
   *
   * @operation GET /authentication/me
   * @since 8.8
   * @throws {ApiError} 401 without valid credentials
   *
   * @example
   * const { username, roles, tenants } = await camunda.authentication.getMe()
   * console.log(username, roles, tenants.map(({ tenantId }) => tenantId))
   */
  getMe(options?: CallOptions): Promise<CurrentUser>

  /**
   * Returns one page of the caller's authorizations: its own, and those of its groups, roles and mapping rules. It needs no
   * permission.
   *
   * @operation POST /authentication/me/authorizations/search
   * @since 8.10
   * @eventuallyConsistent
   * @safe
   *
   * @example
   * const { authorizationsEnabled, items } = await camunda.authentication.searchMyAuthorizations({
   *   filter: { resourceType: 'PROCESS_DEFINITION' },
   * })
   * if (authorizationsEnabled) for (const { resourceId, permissionTypes } of items) console.log(resourceId, permissionTypes)
   */
  searchMyAuthorizations(
    body?: Search<AuthorizationFilter, AuthorizationSortField>,
    options?: ReadOptions<OwnAuthorizations>,
  ): Promise<OwnAuthorizations>
}

/** The authenticated user. */
export interface CurrentUser {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
  readonly displayName: string | null
  readonly email: Email | null
  /** The web applications that the user may open, such as `operate`; `*` for all. */
  readonly authorizedComponents: readonly string[]
  readonly tenants: readonly Tenant[]
  /** Ids of groups. */
  readonly groups: readonly string[]
  /** Ids of roles. */
  readonly roles: readonly string[]
  /** Plan of the organization on SaaS. */
  readonly salesPlanType: string | null
  /** Addresses of the other applications, by their names. */
  readonly c8Links: Record<string, string>
  /** False if the session belongs to another login, as on SaaS. */
  readonly canLogout: boolean
}

/** One page of the caller's authorizations. */
export interface OwnAuthorizations {
  readonly page: PageInfo
  readonly items: readonly Authorization[]
  /** False if the cluster does not check authorizations, so everyone can do everything. */
  readonly authorizationsEnabled: boolean
}
