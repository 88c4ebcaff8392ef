import { array, boolean, closed, object, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { members as routes } from '../routes.ts'
import type { Member, SetRolesBody } from '../types/member.ts'
import type { Schemas } from './schemas.ts'

const assignable = ['admin', 'operationsengineer', 'taskuser', 'analyst', 'developer', 'visitor', 'modeler'] as const

const member: GenericSchema<unknown, Member> = object({
  name: string(),
  email: string(),
  roles: array(openEnum([...assignable, 'member', 'owner', 'supportagent'])),
  invitePending: boolean(),
})

const rolesBody: GenericSchema<unknown, SetRolesBody> = closed({ orgRoles: array(openEnum(assignable)) })

export const membersSchemas: Schemas<typeof routes> = {
  list: { response: array(member) },
  setRoles: { body: rolesBody },
  delete: {},
}
