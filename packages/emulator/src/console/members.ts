import { list, object, oneOf } from '../body-shape.ts'
import { empty, json } from '../responses.ts'
import { audit, type Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

const ASSIGNABLE = ['admin', 'operationsengineer', 'taskuser', 'analyst', 'developer', 'visitor', 'modeler'] as const

/** Members of the organization. Setting the roles of someone who is not a member invites them. */
export function memberRoutes(organization: Organization): ConsoleRoute[] {
  const { members } = organization
  return [
    {
      method: 'GET',
      path: '/members',
      permission: 'Members:get',
      handle: () => json(200, [...members.values()]),
    },
    {
      method: 'POST',
      path: '/members/{email}',
      permission: 'Members:create',
      body: object({ orgRoles: list(oneOf(...ASSIGNABLE)) }),
      handle: ({ param, body, caller }) => {
        const email = param('email')
        if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Refusal(400, 'Not an e-mail address')
        const known = members.get(email)
        if (known === undefined && members.size >= organization.limits.seats) {
          throw new Refusal(403, 'No open seats left')
        }
        const roles = ['member', ...(body as { orgRoles: string[] }).orgRoles]
        members.set(email, known ? { ...known, roles } : { email, name: '', roles, invitePending: true })
        audit(organization, caller, {
          audit: known ? 'Roles of a member changed' : 'Member invited',
          auditType: known ? 'u' : 'c',
          entity: 'Member',
          entityId: email,
        })
        return empty()
      },
    },
    {
      method: 'DELETE',
      path: '/members/{email}',
      permission: 'Members:delete',
      handle: ({ param, caller }) => {
        const member = members.get(param('email'))
        if (member === undefined) throw new Refusal(404, 'The specified user is not part of the organization')
        if (member.roles.includes('owner')) throw new Refusal(403, 'The owner cannot be removed')
        members.delete(member.email)
        audit(organization, caller, {
          audit: 'Member removed',
          auditType: 'd',
          entity: 'Member',
          entityId: member.email,
        })
        return empty()
      },
    },
  ]
}
