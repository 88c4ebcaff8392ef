import { Problem } from '../../problem.ts'
import type { Users } from '../../session/users.ts'
import type { Call, Handler, Handlers } from '../handler.ts'
import { entityOperations } from './entity-operations.ts'
import { type Identity, type Membership, membershipId } from './identity.ts'

/**
 * Operations that only exist for users. Users of Self-Managed can sign in, and any caller can create the first
 * administrator. Elsewhere, an identity provider has the passwords.
 */
export function userOperations(identity: Identity, users: Users | undefined): Handlers {
  const base = entityOperations(identity)
  const create: Handler = (call) => {
    const created = base['users.create']?.(call)
    users?.set(call.body.username, call.body.password)
    return created
  }
  return {
    'users.create': create,
    'users.update': (call) => {
      const updated = base['users.update']?.(call)
      if (call.body.password !== undefined) users?.set(usernameOf(call), call.body.password)
      return updated
    },
    'users.delete': (call) => {
      base['users.delete']?.(call)
      users?.delete(usernameOf(call))
    },
    'setup.createAdminUser': (call) => {
      if (users === undefined) throw new Problem(403, 'Users are managed by an identity provider.', 'FORBIDDEN')
      if (hasAdministrator(identity)) throw new Problem(403, 'An administrator exists already.', 'FORBIDDEN')
      const created = create(call)
      const { username } = call.body
      const membership: Membership = { ownerKind: 'roles', ownerId: 'admin', memberKind: 'users', memberId: username }
      identity.memberships.set(membershipId(membership), membership)
      return created
    },
  }
}

const usernameOf = ({ params: { username = '' } }: Call): string => username

function hasAdministrator({ memberships }: Identity): boolean {
  return memberships
    .entries()
    .some(
      ([, { ownerKind, ownerId, memberKind }]) =>
        ownerKind === 'roles' && ownerId === 'admin' && memberKind === 'users',
    )
}
