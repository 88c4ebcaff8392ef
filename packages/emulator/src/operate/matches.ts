import { firstOf } from '../orchestration/search/first.ts'
import type { Query } from './query.ts'

/** How many results of one entity are cached. */
const REMEMBERED = 4

/** The records that match a query. */
export interface Matches<R> {
  readonly total: number
  /** Returns the first `count` of them, in the query's order. */
  first(count: number): readonly R[]
  /** Returns all of them in the query's order. The first call sorts them. */
  all(): readonly R[]
}

/**
 * Finds the records that match queries. The newest results are cached until something changes, so that paging through a
 * large history filters and sorts it once, not for every page.
 *
 * @param revision - Returns another number when something has changed.
 */
export function createMatches<R>(
  recordsOf: (query: Query<R>) => Iterable<R>,
  revision: () => number,
): (query: Query<R>) => Matches<R> {
  const remembered = new Map<string, Matches<R>>()
  let seen = revision()
  return (query) => {
    const now = revision()
    if (seen !== now) remembered.clear()
    seen = now
    const matches = remembered.get(query.id) ?? findMatches(recordsOf(query), query)
    // Deleting and re-adding the entry makes it the newest.
    remembered.delete(query.id)
    remembered.set(query.id, matches)
    for (const id of remembered.keys()) if (remembered.size > REMEMBERED) remembered.delete(id)
    return matches
  }
}

function findMatches<R>(records: Iterable<R>, { matches, order }: Query<R>): Matches<R> {
  const found: R[] = []
  for (const record of records) if (matches(record)) found.push(record)
  let sorted: R[] | undefined
  return {
    total: found.length,
    first: (count) => sorted?.slice(0, count) ?? firstOf(found, count, order.compare),
    all: () => {
      sorted ??= found.toSorted(order.compare)
      return sorted
    },
  }
}
