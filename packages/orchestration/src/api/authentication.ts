import type { CallOptions, Int, Search } from '@x/rest'
import type { Authorization, AuthorizationFilter, AuthorizationSortField } from './authorizations.ts'
import type { Tenant } from './tenants.ts'

/** TODO(words) */
export interface Authentication {
  /**
   * TODO(words)
   *
   * @operation GET /authentication/me
   * @since 8.8
   */
  getMe(options?: CallOptions): Promise<CurrentUser>

  /**
   * TODO(words)
   *
   * @operation POST /authentication/me/authorizations/search
   * @since 8.10
   * @eventuallyConsistent
   */
  searchMyAuthorizations(
    body?: Search<AuthorizationFilter, AuthorizationSortField>,
    options?: CallOptions,
  ): Promise<OwnAuthorization>
}

export interface CurrentUser {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
  readonly displayName: string | null
  readonly email: string | null
  readonly authorizedComponents: readonly string[]
  readonly tenants: readonly Tenant[]
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  readonly salesPlanType: string | null
  readonly c8Links: Record<string, string>
  readonly canLogout: boolean
}

export interface OwnAuthorization {
  readonly page: SearchQueryPageResponse
  readonly items: readonly Authorization[]
  readonly authorizationsEnabled: boolean
}

export interface SearchQueryPageResponse {
  readonly totalItems: Int
  readonly hasMoreTotalItems: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}
