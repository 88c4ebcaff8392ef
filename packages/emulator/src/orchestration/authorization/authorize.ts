import type { Engine } from '@x/engine'
import { Problem } from '../../problem.ts'
import type { Members } from '../../sampled/members.ts'
import type { Call } from '../handler.ts'
import type { Identity } from '../identity/identity.ts'
import { rejected } from '../problems.ts'
import { createGrants } from './grants.ts'
import { type Permission, permissionsOf } from './permissions.ts'
import { idIn, subjectOf } from './resources.ts'
import { type Check, specialChecks } from './special-checks.ts'

/**
 * Authorizes a call, and returns what the caller may see of its results. @throws {@link Problem} 403 for a missing
 * permission.
 */
export type Authorize = (call: Call) => Call

/**
 * Operations that omit what the caller may not read, although they are no searches or search within something
 * unreadable.
 */
const FILTERS: readonly string[] = [
  'jobs.getGlobalStatistics',
  'processDefinitions.getElementStatistics',
  'processDefinitions.searchVariableNames',
  'processInstances.getElementStatistics',
  'processInstances.getWaitStateStatistics',
  'system.getUsageMetrics',
]

/** Enforces authorizations, by the permissions in the operation table. */
export function createAuthorization(identity: Identity, engine: Engine): Authorize {
  return (call) => {
    const { operation, request, params } = call
    const permissions = permissionsOf(operation)
    // Operations that require no token do not check permissions either.
    if (permissions.length === 0 || operation.authenticated === false) return call
    const grants = createGrants(identity, request.caller)
    const allows = (permission: Permission, record: Members): boolean =>
      grants.allows(permission, { id: idIn(record, permission.resourceType, engine), record })
    const check: Check = (required, record = {}) => {
      if (required.some((permission) => allows(permission, record))) return undefined
      throw forbidden(call, required, record, engine)
    }

    const checked: Call = { ...call, allows }
    const special = specialChecks[operation.id]
    if (special) return special({ call: checked, permissions, grants, check, engine }) ?? checked
    const { record, isFromEngine } = subjectOf(params, engine, identity)
    const isFilter = FILTERS.includes(operation.id)
    const isSearch = isFilter || operation.paging !== undefined
    // A missing item is the operation's own 404. The results of searches are filtered one by one.
    if (record && !isFilter && (isFromEngine || !isSearch)) check(permissions, record)
    if (!isSearch || permissions.some((permission) => grants.idsOf(permission) === undefined)) return checked
    return {
      ...checked,
      isReadable: (item) => permissions.some((permission) => allows(permission, { ...record, ...(item as Members) })),
    }
  }
}

function forbidden(
  { operation: { method, eventuallyConsistent } }: Call,
  required: readonly Permission[],
  record: Members,
  engine: Engine,
): Error {
  const missing = required.map(({ resourceType, permissionType }) => {
    const what = `to perform operation '${permissionType}' on resource '${resourceType}'`
    const id = idIn(record, resourceType, engine)
    return { what, ids: id === undefined ? '' : `, required resource identifiers are one of '[*, ${id}]'` }
  })
  if (method === 'GET' || eventuallyConsistent) return new Problem(403, `Unauthorized ${missing[0]?.what}`, 'FORBIDDEN')
  return rejected('FORBIDDEN', missing.map(({ what, ids }) => `Insufficient permissions ${what}${ids}`).join('; and '))
}
