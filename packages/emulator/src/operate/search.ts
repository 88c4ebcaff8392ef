import { searchFailed } from './errors.ts'
import { type EntityType, toWire } from './fields.ts'
import { createMatches } from './matches.ts'
import type { Place, SortValue } from './order.ts'
import { type Query, readQuery } from './query.ts'

/** A page of a search. `sortValues` are those of its last item. */
export interface Results {
  readonly items: readonly Record<string, unknown>[]
  readonly sortValues?: readonly SortValue[] | undefined
  readonly total: number
}

/** Returns the requested page for the body of a search request. */
export type Search = (body: string) => Results

/** The search database does not count beyond this. */
const MAX_TOTAL = 10_000

/** Filters, sorts and pages records, all of one type. */
export function createSearch<R>(
  type: EntityType<R>,
  recordsOf: (query: Query<R>) => Iterable<R>,
  revision: () => number,
): Search {
  const matchesOf = createMatches(recordsOf, revision)
  return (body) => {
    const query = readQuery(type, body)
    const after = readSearchAfter(type, query)
    const matches = matchesOf(query)
    const page = after ? pageAfter(matches.all(), query, after) : matches.first(query.size)
    const last = page.at(-1)
    return {
      items: page.map((record) => toWire(type, record, 'search')),
      sortValues: last && query.order.write(query.order.placeOf(last)),
      total: Math.min(matches.total, MAX_TOTAL),
    }
  }
}

/** Returns the page after a position, which it finds by binary search. */
function pageAfter<R>(sorted: readonly R[], { order, size }: Query<R>, after: Place): readonly R[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (order.compareTo(sorted[middle] as R, after) > 0) high = middle
    else low = middle + 1
  }
  return sorted.slice(low, low + size)
}

function readSearchAfter<R>(type: EntityType<R>, { searchAfter, order }: Query<R>): Place | undefined {
  if (searchAfter === undefined) return undefined
  const place = order.read(searchAfter)
  if (place === undefined) throw searchFailed(`Error in reading ${type.plural}`)
  return place
}
