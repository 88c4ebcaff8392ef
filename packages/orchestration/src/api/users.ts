import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'
import type { CreateUserRequest } from './shared.ts'

/** TODO(words) */
export interface Users {
  /**
   * TODO(words)
   *
   * @operation POST /users
   * @permission USER CREATE
   * @since 8.8
   */
  create(body: CreateUserRequest, options?: CallOptions): Promise<User>

  /**
   * TODO(words)
   *
   * @operation POST /users/search
   * @permission USER READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<UserFilter, UserSortField>, options?: ReadOptions<Page<User>>): Promise<Page<User>>

  /** TODO(words) */
  searchAll(body?: Search<UserFilter, UserSortField>, options?: SearchAllOptions): AsyncGenerator<User, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /users/{username}
   * @permission USER READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(username: string, options?: ReadOptions<User>): Promise<User>

  /**
   * TODO(words)
   *
   * @operation PUT /users/{username}
   * @permission USER UPDATE
   * @since 8.8
   */
  update(username: string, body: UserUpdateRequest, options?: CallOptions): Promise<User>

  /**
   * TODO(words)
   *
   * @operation DELETE /users/{username}
   * @permission USER DELETE
   * @since 8.8
   */
  delete(username: string, options?: CallOptions): Promise<void>
}

export interface User {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
  readonly name: string | null
  readonly email: string | null
}

export interface UserFilter {
  readonly username?: TextFilter | undefined
  readonly name?: TextFilter | undefined
  readonly email?: TextFilter | undefined
  /** @since 8.10 */
  readonly $or?: readonly UserFilterFields[] | null | undefined
}

export interface UserFilterFields {
  readonly username?: TextFilter | undefined
  readonly name?: TextFilter | undefined
  readonly email?: TextFilter | undefined
}

export type UserSortField = 'username' | 'name' | 'email'

export interface UserUpdateRequest {
  readonly password?: string | undefined
  readonly name?: string | undefined
  readonly email?: string | undefined
}
