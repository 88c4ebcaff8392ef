import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { members as routes } from '../routes.ts'
import type { Member, SetRolesBody } from '../types/member.ts'

/** The people of an organization. Permission group: Members. */
export interface Members {
  /**
   * All members of the organization, open invitations included.
   *
   * `GET /members`, permission Members: get.
   */
  list(options?: CallOptions): Promise<Member[]>

  /**
   * Sets the roles of a member, or invites the address to the organization.
   *
   * `POST /members/{email}`, permission Members: update.
   *
   * @throws ApiError 400 when a role is unknown or cannot be given; 403 also when the plan has no seat left.
   * @example
   * await administration.members.setRoles('jane@example.com', { orgRoles: ['analyst'] })
   */
  setRoles(email: string, body: SetRolesBody, options?: CallOptions): Promise<void>

  /**
   * Removes a member from the organization.
   *
   * `DELETE /members/{email}`, permission Members: delete.
   *
   * @throws ApiError 404 when nobody with this address is in the organization.
   */
  delete(email: string, options?: CallOptions): Promise<void>
}

/** {@link Members} over a transport. */
export function membersOver(transport: Transport): Members {
  return createMethods(transport, routes)
}
