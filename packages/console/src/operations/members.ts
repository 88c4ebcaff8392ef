import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { members as routes } from '../routes.ts'
import { membersSchemas as schemas } from '../schemas/members.ts'

const params = { email: string() }

export const memberOperations: readonly Operation[] = [
  {
    ...routes.list,
    ...schemas.list,
    summary: 'All members of the organization, open invitations included',
    permission: 'Members: get',
  },
  {
    ...routes.setRoles,
    ...schemas.setRoles,
    summary: 'Sets the roles of a member, or invites the address',
    permission: 'Members: update',
    params,
  },
  {
    ...routes.delete,
    ...schemas.delete,
    summary: 'Removes a member from the organization',
    permission: 'Members: delete',
    params,
  },
]
