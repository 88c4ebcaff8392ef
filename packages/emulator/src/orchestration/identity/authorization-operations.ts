import { created, type Handlers } from '../handler.ts'
import { notFound, rejected } from '../problems.ts'
import { type Kept, searchableOf } from '../records.ts'
import { search } from '../search/search.ts'
import type { Searchable } from '../search/searchable.ts'
import type { Authorization, Identity } from './identity.ts'

/** Authorizations: the permissions of users, clients, groups, roles and mapping rules. */
export function authorizationOperations({ authorizations }: Identity): Handlers {
  const existing = (key: string, verb: string): string => {
    if (authorizations.has(key)) return key
    throw rejected('NOT_FOUND', `Expected to ${verb} authorization with key ${key}, but no such authorization exists`)
  }
  return {
    'authorizations.create': ({ body }) => {
      const record = read(body)
      if (authorizations.entries().some(([, other]) => grantsTheSame(record, other))) {
        const { ownerId, resourceId, resourcePropertyName } = record
        const what = resourceId === null ? `resource property '${resourcePropertyName}'` : `resource '${resourceId}'`
        throw rejected(
          'ALREADY_EXISTS',
          `Expected to create authorization for owner '${ownerId}' and ${what}, but there is one with such a permission`,
        )
      }
      return created({ authorizationKey: authorizations.add(record).key })
    },
    'authorizations.get': ({ params: { authorizationKey = '' } }) => {
      const record = authorizations.visible.get(authorizationKey)
      if (record === undefined) throw notFound('Authorization', authorizationKey)
      return withKey(record)
    },
    'authorizations.update': ({ params: { authorizationKey = '' }, body }) => {
      authorizations.set(existing(authorizationKey, 'update'), read(body))
    },
    'authorizations.delete': ({ params: { authorizationKey = '' } }) => {
      authorizations.delete(existing(authorizationKey, 'delete'))
    },
    'authorizations.search': (call) => search(call, searchableAuthorizations([...authorizations.visible.values()])),
  }
}

/** Adds the filters that accept several resource ids. */
export function searchableAuthorizations(records: readonly Kept<Authorization>[]): Searchable<KeptAuthorization> {
  const oneOf =
    (name: 'resourceId' | 'resourcePropertyName') =>
    (values: readonly string[]) =>
    (record: Authorization): boolean =>
      values.length === 0 || values.includes(record[name] ?? '')
  return searchableOf(() => records.map(withKey), {
    conditions: { resourceIds: oneOf('resourceId'), resourcePropertyNames: oneOf('resourcePropertyName') },
  })
}

type KeptAuthorization = Kept<Authorization> & { readonly authorizationKey: string }

const withKey = (record: Kept<Authorization>): KeptAuthorization => ({ ...record, authorizationKey: record.key })

function read({ resourceId = null, resourcePropertyName = null, ...body }: Partial<Authorization>): Authorization {
  return { ...(body as Authorization), resourceId, resourcePropertyName }
}

/** Whether two authorizations share a permission for the same resource and owner. */
function grantsTheSame(one: Authorization, other: Authorization): boolean {
  const scope = ({ ownerId, ownerType, resourceType, resourceId, resourcePropertyName }: Authorization): string =>
    JSON.stringify([ownerId, ownerType, resourceType, resourceId, resourcePropertyName])
  return scope(one) === scope(other) && one.permissionTypes.some((type) => other.permissionTypes.includes(type))
}
