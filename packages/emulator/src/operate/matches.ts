import type { EntityType } from './fields.ts'
import { compareValues, type SortValue, sortValuesOf } from './order.ts'
import type { Query } from './query.ts'
import type { Store } from './store.ts'

/** An item that a search found, with what it is sorted by. */
export interface Match<T> {
  readonly item: T
  readonly values: readonly SortValue[]
}

/** How many filters and orders of one entity are remembered. */
const REMEMBERED = 4

/**
 * All items that a query matches, in its order. The newest results are remembered until the store changes: whoever pages
 * through a large store filters and sorts it once, not with every page.
 */
export function createMatches<T>(
  type: EntityType<T>,
  items: ReadonlyMap<unknown, T>,
  store: Pick<Store, 'revision'>,
): (query: Query<T>) => readonly Match<T>[] {
  const remembered = new Map<string, readonly Match<T>[]>()
  let revision = store.revision
  return (query) => {
    if (revision !== store.revision) remembered.clear()
    revision = store.revision
    const matches = remembered.get(query.id) ?? findMatches(type, items, query)
    // Set anew, the entry is the newest.
    remembered.delete(query.id)
    remembered.set(query.id, matches)
    for (const id of remembered.keys()) if (remembered.size > REMEMBERED) remembered.delete(id)
    return matches
  }
}

function findMatches<T>(type: EntityType<T>, items: ReadonlyMap<unknown, T>, query: Query<T>): readonly Match<T>[] {
  const { sort } = query
  const matches: Match<T>[] = []
  for (const item of items.values()) {
    if (query.matches(item)) matches.push({ item, values: sortValuesOf(type, sort, item) })
  }
  return matches.sort((a, b) => compareValues(sort, a.values, b.values))
}
