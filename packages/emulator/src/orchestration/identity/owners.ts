import type { Caller } from '../../api.ts'
import type { Identity, OwnerKind } from './identity.ts'
import type { Entity, MemberKind } from './kinds.ts'

/** An entity that can be a member or own authorizations. */
export type Owner = readonly [kind: MemberKind, id: string]

/** The owners whose authorizations apply to the caller. */
export interface Owners {
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  /** The caller, the mapping rules that match its token, its groups, and the roles of all of these. */
  readonly all: readonly Owner[]
}

export function ownersOf(identity: Identity, caller: Caller | undefined): Owners {
  const { users, mappingRules } = identity.entities
  const id = caller?.clientId ?? ''
  const rules = [...mappingRules.visible.values()].filter((rule) => isMet(rule, caller?.claims))
  const own: readonly Owner[] = [
    [users.visible.has(id) ? 'users' : 'clients', id],
    ...rules.map(({ mappingRuleId }): Owner => ['mappingRules', mappingRuleId as string]),
  ]
  const groups = idsWith(identity, 'groups', own)
  const inGroups = [...own, ...groups.map((group): Owner => ['groups', group])]
  const roles = idsWith(identity, 'roles', inGroups)
  return { groups, roles, all: [...inGroups, ...roles.map((role): Owner => ['roles', role])] }
}

/** Ids of the entities that have one of these as a member. */
export function idsWith({ memberships }: Identity, ownerKind: OwnerKind, members: readonly Owner[]): string[] {
  const ids = [...memberships.visible.values()]
    .filter((record) => record.ownerKind === ownerKind)
    .filter(({ memberKind, memberId }) => members.some(([kind, id]) => kind === memberKind && id === memberId))
    .map(({ ownerId }) => ownerId)
  return [...new Set(ids)]
}

/** Whether a claim of the token has the value of a mapping rule, directly or in a list. */
function isMet({ claimName, claimValue }: Entity, claims: Caller['claims']): boolean {
  const claim = claims?.[claimName ?? '']
  return claim !== undefined && [claim].flat().includes(claimValue ?? null)
}
