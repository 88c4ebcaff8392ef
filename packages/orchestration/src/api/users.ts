import type { CallOptions, Email, Page, ReadOptions, Search, SearchAllOptions, SecretText, TextFilter } from '@x/rest'

/**
 * Users that the cluster manages itself. With an identity provider, they are managed there instead.
 */
export interface Users {
  /**
   * Creates a user, and returns it. Searches find it a moment later. The user has no permissions until you assign groups,
   * roles or authorizations.
   *
   * @operation POST /users
   * @permission USER CREATE
   * @since 8.8
   * @throws {ApiError} 409 if `username` is taken
   *
   * @example
   * const password = crypto.randomUUID()
   * const { username } = await camunda.users.create({ username: 'jane', name: 'Jane Doe', password })
   * await camunda.groups.assignUser('support', username)
   */
  create(body: CreateUserRequest, options?: CallOptions): Promise<User>

  /**
   * Returns one page of the users whose username, name and email address match. Without a filter, it returns all that
   * the client may read.
   *
   * @operation POST /users/search
   * @permission USER READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<UserFilter, UserSortField>, options?: ReadOptions<Page<User>>): Promise<Page<User>>

  /**
   * Returns all matching users one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const query = { filter: { email: { $like: '*@example.com' } } } as const
   * for await (const { username, email } of camunda.users.searchAll(query)) console.log(username, email)
   */
  searchAll(body?: Search<UserFilter, UserSortField>, options?: SearchAllOptions): AsyncGenerator<User, void, undefined>

  /**
   * Returns one user by username: its name and email address, never its password. Groups, roles and tenants of the user
   * are not included: their own searches list their members.
   *
   * @operation GET /users/{username}
   * @permission USER READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(username: string, options?: ReadOptions<User>): Promise<User>

  /**
   * Changes name, email address or password of a user, and returns the user. The username cannot be changed.
   *
   * @operation PUT /users/{username}
   * @permission USER UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  update(username: string, body: UpdateUserRequest, options?: CallOptions): Promise<User>

  /**
   * Deletes a user. **This cannot be undone.**
   *
   * @operation DELETE /users/{username}
   * @permission USER DELETE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  delete(username: string, options?: CallOptions): Promise<void>
}

/** A user that the cluster manages. */
export interface User {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
  readonly name: string | null
  readonly email: Email | null
}

/** A new user. */
export interface CreateUserRequest {
  readonly password: SecretText
  /** Login name. @minLength 1 @maxLength 256 */
  readonly username: string
  readonly name?: string | undefined
  readonly email?: Email | undefined
}

/** Changes to a user. Members that you leave out stay unchanged. */
export interface UpdateUserRequest {
  /** Leave it out, or empty, to keep the current one. */
  readonly password?: SecretText | undefined
  readonly name?: string | undefined
  readonly email?: Email | undefined
}

/** Conditions on users; all must be met. */
export interface UserFilter extends UserFilterFields {
  /** At least one of these must also match. @since 8.10 */
  readonly $or?: readonly UserFilterFields[] | null | undefined
}

/** Conditions on the fields of users; all must be met. */
export interface UserFilterFields {
  readonly username?: TextFilter | undefined
  readonly name?: TextFilter | undefined
  readonly email?: TextFilter | undefined
}

/** Fields to sort users by. */
export type UserSortField = 'username' | 'name' | 'email'
