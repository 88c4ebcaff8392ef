import type { OpenEnum } from '@x/rest/validation'

/** A role that can be given. From 8.8 on Camunda advises against `operationsengineer`, `taskuser`, `developer` and `visitor`. */
export type AssignableRole = OpenEnum<
  'admin' | 'operationsengineer' | 'taskuser' | 'analyst' | 'developer' | 'visitor' | 'modeler'
>

/** A role that a member can have. */
export type OrganizationRole = AssignableRole | 'member' | 'owner' | 'supportagent'

/** A member of the organization, or somebody who is invited. */
export interface Member {
  name: string
  email: string
  roles: OrganizationRole[]
  /** True until the invitation is accepted. */
  invitePending: boolean
}

/** The roles a member shall have. */
export interface SetRolesBody {
  /** All roles from now on; roles that are not in the list are taken away. */
  orgRoles: readonly AssignableRole[]
}
