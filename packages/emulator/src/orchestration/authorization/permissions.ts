import type { Operation } from '@x/rest/shapes'

/** A permission for a type of resource, by its name in authorizations. */
export interface Permission {
  readonly resourceType: string
  readonly permissionType: string
}

/** The permissions in an operation's row, in order. Any one of them is enough, unless the row says otherwise. */
export function permissionsOf({ permission = '' }: Pick<Operation, 'permission'>): readonly Permission[] {
  return [...permission.matchAll(/\b([A-Z_]{3,}) ([A-Z_]{3,})\b/g)].map(
    ([, resourceType = '', permissionType = '']) => ({
      resourceType,
      permissionType,
    }),
  )
}

/** All permissions that operations require, by resource type. */
export function allPermissions(operations: readonly Operation[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>()
  for (const { resourceType, permissionType } of operations.flatMap(permissionsOf)) {
    const known = all.get(resourceType) ?? []
    if (!known.includes(permissionType)) all.set(resourceType, [...known, permissionType])
  }
  return all
}
