import { searchFailed } from './errors.ts'
import { type EntityType, toWire } from './fields.ts'
import { readInt64 } from './keys.ts'
import { createMatches, type Match } from './matches.ts'
import { compareValues, type Sort, type SortValue } from './order.ts'
import { type Query, readQuery } from './query.ts'
import type { Store } from './store.ts'

/** A page of a search; `sortValues` are those of its last item. */
export interface Results {
  readonly items: readonly Record<string, unknown>[]
  readonly sortValues?: readonly SortValue[] | undefined
  readonly total: number
}

/** Answers the body of a search request with a page. */
export type Search = (body: string) => Results

/** The search database counts no further. */
const MAX_TOTAL = 10_000

/** Filters, sorts and pages the store's `items`, all of one type. */
export function createSearch<T>(
  type: EntityType<T>,
  items: ReadonlyMap<unknown, T>,
  store: Pick<Store, 'revision'>,
): Search {
  const matchesOf = createMatches(type, items, store)
  return (body) => {
    const query = readQuery(type, body)
    const after = readSearchAfter(type, query)
    const matches = matchesOf(query)
    const start = after ? positionAfter(matches, query.sort, after) : 0
    const page = matches.slice(start, start + query.size)
    return {
      items: page.map(({ item }) => toWire(type, item, 'search')),
      sortValues: page.at(-1)?.values,
      total: Math.min(matches.length, MAX_TOTAL),
    }
  }
}

/** Where the first item behind `after` is, found by halving. */
function positionAfter<T>(matches: readonly Match<T>[], sort: readonly Sort<T>[], after: readonly SortValue[]): number {
  let [low, high] = [0, matches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const values = matches[middle]?.values ?? []
    if (compareValues(sort, values, after) > 0) high = middle
    else low = middle + 1
  }
  return low
}

function readSearchAfter<T>(type: EntityType<T>, query: Query<T>): SortValue[] | undefined {
  const { searchAfter, sort } = query
  if (searchAfter === undefined) return undefined
  const refuse = (): Error => searchFailed(`Error in reading ${type.plural}`)
  if (searchAfter.length !== sort.length) throw refuse()
  return sort.map(({ field }, index) => {
    const value = searchAfter[index]
    const { kind } = type.fields[field]
    if (kind === 'text') {
      if (value === null) return null
      if (typeof value === 'object') throw refuse()
      return String(value)
    }
    if (kind === 'flag') {
      if (String(value) !== 'true' && String(value) !== 'false') throw refuse()
      return String(value) === 'true'
    }
    const integer = readInt64(value)
    if (integer === undefined) throw refuse()
    return integer
  })
}
