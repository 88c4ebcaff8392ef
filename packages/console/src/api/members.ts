import type { CallOptions, Email, OpenEnum } from '@x/rest'

/** The people of an organization. */
export interface Members {
  /**
   * Returns all members of the organization, including open invitations.
   *
   * @operation GET /members
   * @permission Members: get
   */
  list(options?: CallOptions): Promise<Member[]>

  /**
   * Sets the roles of a member, or invites the address to the organization.
   *
   * @operation POST /members/{email}
   * @permission Members: update
   * @throws {ApiError} 400 if a role is unknown or cannot be assigned; 403 also if the plan has no seat left
   * @example
   * await administration.members.setRoles('jane@example.com', { orgRoles: ['analyst'] })
   */
  setRoles(email: Email, body: SetRolesBody, options?: CallOptions): Promise<void>

  /**
   * Removes a member from the organization.
   *
   * @operation DELETE /members/{email}
   * @permission Members: delete
   * @throws {ApiError} 404 if no member has this address
   */
  delete(email: Email, options?: CallOptions): Promise<void>
}

/** A role that can be assigned. From 8.8 on Camunda advises against `operationsengineer`, `taskuser`, `developer` and `visitor`. */
export type AssignableRole = OpenEnum<
  'admin' | 'operationsengineer' | 'taskuser' | 'analyst' | 'developer' | 'visitor' | 'modeler'
>

/** A role that a member can have. */
export type OrganizationRole = OpenEnum<AssignableRole | 'member' | 'owner' | 'supportagent'>

/** A member of the organization, or a person who is invited. */
export interface Member {
  name: string
  email: Email
  roles: OrganizationRole[]
  /** True until the invitation is accepted. */
  invitePending: boolean
}

/** The new roles of a member. */
export interface SetRolesBody {
  /** The complete list of roles: others are removed. */
  orgRoles: readonly AssignableRole[]
}
