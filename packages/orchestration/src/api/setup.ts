import type { CallOptions } from '@x/rest'
import type { CreateUserRequest, User } from './users.ts'

/** The first administrator of a new cluster. */
export interface Setup {
  /**
   * Creates a user with the role `admin`, and returns it. For clusters that manage their users themselves, as long as
   * no user has that role.
   *
   * @operation POST /setup/user
   * @permission none while there is no administrator, then USER CREATE and ROLE UPDATE
   * @since 8.8
   * @unauthenticated
   * @throws {ApiError} 403 if there is an administrator, or users are managed elsewhere; 409 if `username` is taken
   *
   * @example
   * const password = crypto.randomUUID()
   * await camunda.setup.createAdminUser({ username: 'admin', password })
   */
  createAdminUser(body: CreateUserRequest, options?: CallOptions): Promise<User>
}
