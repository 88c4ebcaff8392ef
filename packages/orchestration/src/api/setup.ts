import type { CallOptions } from '@x/rest'
import type { CreateUserRequest } from './shared.ts'
import type { User } from './users.ts'

/** TODO(words) */
export interface Setup {
  /**
   * TODO(words)
   *
   * @operation POST /setup/user
   * @permission undefined undefined
   * @since 8.8
   */
  createAdminUser(body: CreateUserRequest, options?: CallOptions): Promise<User>
}
