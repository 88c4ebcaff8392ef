/** The body of a create or update request. */
export type Body = Readonly<Record<string, string | null | undefined>>

/** The kinds of entities that can be created, by their resource names in the API. */
export type EntityKind = 'users' | 'groups' | 'roles' | 'tenants' | 'mappingRules'

/** The kinds of members of a group, a role or a tenant. Clients exist only as ids. */
export type MemberKind = EntityKind | 'clients'

/** An entity as responses have it. All members are text. */
export type Entity = Readonly<Record<string, string | null>>

export interface Kind {
  /** The member with the id. */
  readonly id: string
  /** Its name in messages. */
  readonly title: string
  /** Creates the entity with this id from a body. */
  read(id: string, body: Body): Entity
}

const described =
  (id: string) =>
  (value: string, { name = null, description = null }: Body): Entity => ({ [id]: value, name, description })

export const kinds: Readonly<Record<EntityKind, Kind>> = {
  users: {
    id: 'username',
    title: 'user',
    read: (username, { name = null, email = null }) => ({ username, name, email }),
  },
  groups: { id: 'groupId', title: 'group', read: described('groupId') },
  roles: { id: 'roleId', title: 'role', read: described('roleId') },
  tenants: { id: 'tenantId', title: 'tenant', read: described('tenantId') },
  mappingRules: {
    id: 'mappingRuleId',
    title: 'mapping rule',
    read: (mappingRuleId, { name = null, claimName = null, claimValue = null }) => ({
      mappingRuleId,
      name,
      claimName,
      claimValue,
    }),
  },
}

export const entityKinds = Object.keys(kinds) as readonly EntityKind[]

/** The member with the id in the response of a membership operation. */
export const idOf = (kind: MemberKind): string => (kind === 'clients' ? 'clientId' : kinds[kind].id)

export const titleOf = (kind: MemberKind): string => (kind === 'clients' ? 'client' : kinds[kind].title)

const OWNER_TYPES: Readonly<Partial<Record<MemberKind, string>>> = {
  users: 'USER',
  clients: 'CLIENT',
  groups: 'GROUP',
  roles: 'ROLE',
  mappingRules: 'MAPPING_RULE',
}

/** The owner type in authorizations. Tenants own none. */
export const ownerTypeOf = (kind: MemberKind): string | undefined => OWNER_TYPES[kind]
