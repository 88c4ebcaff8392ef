import type { Caller } from '../../api.ts'
import type { Members } from '../../sampled/members.ts'
import type { Authorization, Identity } from '../identity/identity.ts'
import { ownerTypeOf } from '../identity/kinds.ts'
import { ownersOf } from '../identity/owners.ts'
import type { Permission } from './permissions.ts'

/** A resource that permissions apply to. */
export interface Resource {
  /** The id that authorizations refer to; undefined if only authorizations for everything apply. */
  readonly id?: string | undefined
  /** The record, for authorizations by a property. */
  readonly record?: Members | undefined
}

/** The permissions of a caller. */
export interface Grants {
  allows(permission: Permission, resource: Resource): boolean
  /** Whether it has the permission for any resource. */
  allowsSome(permission: Permission): boolean
  /** The ids of all resources for which it has the permission; undefined for every resource. */
  idsOf(permission: Permission): readonly string[] | undefined
}

const EVERYTHING = '*'

export function createGrants(identity: Identity, caller: Caller | undefined): Grants {
  const { all, groups } = ownersOf(identity, caller)
  const own = [...identity.authorizations.visible.values()].filter(({ ownerType, ownerId }) =>
    all.some(([kind, id]) => ownerTypeOf(kind) === ownerType && id === ownerId),
  )
  const granting = ({ resourceType, permissionType }: Permission): readonly Authorization[] =>
    own.filter((one) => one.resourceType === resourceType && one.permissionTypes.includes(permissionType))

  /** A user task that is assigned to the caller, or that the caller could claim. */
  function isRelated(property: string | null, record: Members | undefined): boolean {
    const value = property === null ? undefined : record?.[property]
    const names = property === 'candidateGroups' ? groups : [caller?.clientId]
    return [value].flat().some((name) => typeof name === 'string' && names.includes(name))
  }

  return {
    allows: (permission, { id, record }) =>
      granting(permission).some(
        ({ resourceId, resourcePropertyName }) =>
          resourceId === EVERYTHING ||
          (resourceId !== null && resourceId === id) ||
          isRelated(resourcePropertyName, record),
      ),
    allowsSome: (permission) => granting(permission).length > 0,
    idsOf: (permission) => {
      const ids = granting(permission).flatMap(({ resourceId }) => resourceId ?? [])
      return ids.includes(EVERYTHING) ? undefined : ids
    },
  }
}
