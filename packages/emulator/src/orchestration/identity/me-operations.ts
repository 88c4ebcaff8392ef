import type { Handlers } from '../handler.ts'
import { search } from '../search/search.ts'
import { searchableAuthorizations } from './authorization-operations.ts'
import { DEFAULT_TENANT, type Identity } from './identity.ts'
import { ownerTypeOf } from './kinds.ts'
import { idsWith, ownersOf } from './owners.ts'

/** What callers can read about themselves. */
export function meOperations(identity: Identity, authorizationsEnabled: boolean): Handlers {
  const { entities, authorizations } = identity
  return {
    'authentication.getMe': ({ request: { caller } }) => {
      const { groups, roles, all } = ownersOf(identity, caller)
      const id = caller?.clientId ?? ''
      const user = entities.users.visible.get(id)
      return {
        username: id,
        displayName: user?.name ?? null,
        email: user?.email ?? null,
        authorizedComponents: ['*'],
        tenants: [DEFAULT_TENANT, ...idsWith(identity, 'tenants', all)].flatMap(
          (tenant) => entities.tenants.visible.get(tenant) ?? [],
        ),
        groups,
        roles,
        salesPlanType: null,
        c8Links: {},
        canLogout: user !== undefined,
      }
    },
    'authentication.searchMyAuthorizations': (call) => {
      const owners = ownersOf(identity, call.request.caller).all
      const own = [...authorizations.visible.values()].filter(({ ownerType, ownerId }) =>
        owners.some(([kind, id]) => ownerTypeOf(kind) === ownerType && id === ownerId),
      )
      return { ...search(call, searchableAuthorizations(own)), authorizationsEnabled }
    },
  }
}
