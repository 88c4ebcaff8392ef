import type { Operation } from '@x/rest'
import { closed, object, openEnum } from '@x/rest/validation'
import { array, boolean, type GenericSchema, string } from 'valibot'
import { members as routes } from '../routes.ts'
import type { Member, SetRolesBody } from '../types/member.ts'

const params = { email: string() }
const assignable = ['admin', 'operationsengineer', 'taskuser', 'analyst', 'developer', 'visitor', 'modeler'] as const

const member: GenericSchema<unknown, Member> = object({
  name: string(),
  email: string(),
  roles: array(openEnum([...assignable, 'member', 'owner', 'supportagent'])),
  invitePending: boolean(),
})

const rolesBody: GenericSchema<unknown, SetRolesBody> = closed({ orgRoles: array(openEnum(assignable)) })

export const memberOperations: readonly Operation[] = [
  {
    ...routes.list,
    summary: 'All members of the organization, open invitations included',
    permission: 'Members: get',
    response: array(member),
  },
  {
    ...routes.setRoles,
    summary: 'Sets the roles of a member, or invites the address',
    permission: 'Members: update',
    params,
    body: rolesBody,
  },
  { ...routes.delete, summary: 'Removes a member from the organization', permission: 'Members: delete', params },
]
