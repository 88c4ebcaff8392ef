import type { Lag } from '../../engine/lag.ts'
import { createRecords, type Records } from '../records.ts'
import { type Entity, type EntityKind, kinds, type MemberKind } from './kinds.ts'

/** The tenant of everything that names no tenant. */
export const DEFAULT_TENANT = '<default>'

/** Kinds of entities that have members. */
export type OwnerKind = 'groups' | 'roles' | 'tenants'

export interface Membership {
  readonly ownerKind: OwnerKind
  readonly ownerId: string
  readonly memberKind: MemberKind
  readonly memberId: string
}

export interface Authorization {
  readonly ownerId: string
  readonly ownerType: string
  readonly resourceType: string
  readonly resourceId: string | null
  readonly resourcePropertyName: string | null
  readonly permissionTypes: readonly string[]
}

/** The users, groups, roles, tenants and mapping rules of one cluster. */
export interface Identity {
  readonly entities: Readonly<Record<EntityKind, Records<Entity>>>
  readonly memberships: Records<Membership>
  readonly authorizations: Records<Authorization>
  /** False if an identity provider manages the users. */
  readonly hasOwnUsers: boolean
}

/** The initial state of a cluster. */
export interface IdentitySeed {
  /** The users of Self-Managed, who are administrators; undefined if an identity provider manages users. */
  readonly usernames: readonly string[] | undefined
  /** Clients that are administrators. */
  readonly clientIds: readonly string[]
  /** All permissions, by resource type. */
  readonly permissions: ReadonlyMap<string, readonly string[]>
}

/** The identity data of a new cluster: the default tenant, and the roles for administrators and connectors. */
export function createIdentity(lag: Lag, nextKey: () => string, seed: IdentitySeed): Identity {
  const { usernames, clientIds, permissions } = seed
  const createEntities = (): Records<Entity> => createRecords<Entity>(lag, nextKey)
  const users = createEntities()
  const roles = createEntities()
  const tenants = createEntities()
  const memberships = createRecords<Membership>(lag, nextKey)
  const authorizations = createRecords<Authorization>(lag, nextKey)
  const permit = (ownerId: string, resourceType: string, permissionTypes: readonly string[]): void => {
    const scope = { resourceType, resourceId: '*', resourcePropertyName: null }
    authorizations.add({ ownerId, ownerType: 'ROLE', ...scope, permissionTypes })
  }
  const makeAdministrator = (memberKind: 'users' | 'clients', memberId: string): void => {
    const membership = { ownerKind: 'roles', ownerId: 'admin', memberKind, memberId } as const
    memberships.set(membershipId(membership), membership)
  }
  tenants.set(DEFAULT_TENANT, kinds.tenants.read(DEFAULT_TENANT, { name: 'Default' }))
  roles.set('admin', kinds.roles.read('admin', { name: 'Admin' }))
  roles.set('connectors', kinds.roles.read('connectors', { name: 'Connectors' }))
  for (const username of usernames ?? []) {
    users.set(username, kinds.users.read(username, {}))
    makeAdministrator('users', username)
  }
  for (const clientId of clientIds) makeAdministrator('clients', clientId)
  for (const [resourceType, types] of permissions) permit('admin', resourceType, types)
  permit('connectors', 'PROCESS_DEFINITION', ['READ_PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'])
  permit('connectors', 'MESSAGE', ['CREATE'])
  permit('connectors', 'DOCUMENT', ['CREATE', 'READ'])
  return {
    entities: { users, roles, tenants, groups: createEntities(), mappingRules: createEntities() },
    memberships,
    authorizations,
    hasOwnUsers: usernames !== undefined,
  }
}

export const membershipId = ({ ownerKind, ownerId, memberKind, memberId }: Membership): string =>
  JSON.stringify([ownerKind, ownerId, memberKind, memberId])
