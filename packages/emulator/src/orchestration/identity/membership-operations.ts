import type { Call, Handler, Handlers } from '../handler.ts'
import { notFound, rejected } from '../problems.ts'
import { searchableOf } from '../records.ts'
import { search } from '../search/search.ts'
import { type Identity, type Membership, membershipId, type OwnerKind } from './identity.ts'
import { type Entity, idOf, type MemberKind, titleOf } from './kinds.ts'

const membersOf: Readonly<Record<OwnerKind, readonly MemberKind[]>> = {
  groups: ['clients', 'mappingRules', 'users'],
  roles: ['clients', 'groups', 'mappingRules', 'users'],
  tenants: ['clients', 'groups', 'mappingRules', 'roles', 'users'],
}

/** Assigns, unassigns and searches the members of groups, roles and tenants. */
export function membershipOperations(identity: Identity): Handlers {
  const all = Object.entries(membersOf).flatMap(([owner, members]) =>
    members.map((member) => operationsOf(owner as OwnerKind, member, identity)),
  )
  return Object.assign({ 'groups.searchRoles': searchRolesOfGroup(identity) }, ...all)
}

function operationsOf(ownerKind: OwnerKind, memberKind: MemberKind, identity: Identity): Handlers {
  const { entities, memberships } = identity
  const plural = memberKind.replace(/^./, (letter) => letter.toUpperCase())
  const singular = plural.slice(0, -1)
  // A role is assigned to a member; for the other kinds, a member is assigned to them.
  const [assign, unassign] =
    ownerKind === 'roles'
      ? [`assignTo${singular}`, `unassignFrom${singular}`]
      : [`assign${singular}`, `unassign${singular}`]
  const read = ({ params }: Call): Membership => {
    const [ownerId = '', memberId = ''] = Object.values(params)
    return { ownerKind, ownerId, memberKind, memberId }
  }
  const owner = titleOf(ownerKind)
  const member = titleOf(memberKind)
  const describe = ({ ownerId, memberId }: Membership): string => `${member} '${memberId}' and ${owner} '${ownerId}'`

  return {
    [`${ownerKind}.${assign}`]: (call) => {
      const membership = read(call)
      const { ownerId, memberId } = membership
      if (!entities[ownerKind].has(ownerId)) {
        throw rejected('NOT_FOUND', `Expected to assign to ${owner} '${ownerId}', but no such ${owner} exists`)
      }
      if (!exists(memberKind, memberId, identity)) {
        throw rejected('NOT_FOUND', `Expected to assign ${member} '${memberId}', but no such ${member} exists`)
      }
      const id = membershipId(membership)
      if (memberships.has(id)) {
        throw rejected('ALREADY_EXISTS', `Expected to assign ${describe(membership)}, but they are assigned already`)
      }
      memberships.set(id, membership)
    },
    [`${ownerKind}.${unassign}`]: (call) => {
      const membership = read(call)
      const id = membershipId(membership)
      if (!memberships.has(id)) {
        throw rejected('NOT_FOUND', `Expected to unassign ${describe(membership)}, but they are not assigned`)
      }
      memberships.delete(id)
    },
    [`${ownerKind}.search${plural}`]: (call) => {
      const [ownerId = ''] = Object.values(call.params)
      if (!entities[ownerKind].visible.has(ownerId)) throw notFound(owner, ownerId)
      const found = [...memberships.visible.values()].filter(
        (record) => record.ownerKind === ownerKind && record.ownerId === ownerId && record.memberKind === memberKind,
      )
      return search(
        call,
        searchableOf(() => found.map(({ key, memberId }) => ({ ...entityOf(memberKind, memberId, identity), key }))),
      )
    },
  }
}

/** Groups do not list their roles, so this searches for the roles that the group is a member of. */
function searchRolesOfGroup({ entities, memberships }: Identity): Handler {
  return (call) => {
    const { groupId = '' } = call.params
    if (!entities.groups.visible.has(groupId)) throw notFound('group', groupId)
    const roles = [...memberships.visible.values()].flatMap(({ ownerKind, ownerId, memberKind, memberId }) => {
      const role = entities.roles.visible.get(ownerId)
      return ownerKind === 'roles' && memberKind === 'groups' && memberId === groupId && role ? [role] : []
    })
    return search(
      call,
      searchableOf(() => roles),
    )
  }
}

/** Clients are not created, and users only if the cluster manages them itself instead of an identity provider. */
function exists(kind: MemberKind, id: string, { entities, hasOwnUsers }: Identity): boolean {
  return kind === 'clients' || (kind === 'users' && !hasOwnUsers) || entities[kind].has(id)
}

function entityOf(kind: MemberKind, id: string, { entities }: Identity): Entity {
  const entity = kind === 'clients' ? undefined : entities[kind].visible.get(id)
  return entity ?? { [idOf(kind)]: id }
}
