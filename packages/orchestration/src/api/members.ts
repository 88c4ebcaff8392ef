import type { PageRequest, Sort } from '@x/rest'

/** Page and sort order of a search for members of a group, role or tenant. They cannot be filtered. */
export interface MemberSearch<Field extends string> {
  readonly sort?: readonly Sort<Field>[] | undefined
  readonly page?: PageRequest | undefined
}

/** A client that is assigned to a group, role or tenant. */
export interface ClientMember {
  /** Id of the client, as in its credentials. @minLength 1 @maxLength 256 */
  readonly clientId: string
}

/** A user that is assigned to a group, role or tenant. */
export interface UserMember {
  /** @minLength 1 @maxLength 256 */
  readonly username: string
}

/** A group that is assigned to a role or tenant. */
export interface GroupMember {
  /** @minLength 1 @maxLength 256 */
  readonly groupId: string
}
