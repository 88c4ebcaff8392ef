import { searchFailed } from './errors.ts'
import { type EntityType, type Field, toWire } from './fields.ts'
import { readInt64 } from './keys.ts'
import { type Query, readQuery } from './query.ts'

/** A page of a search; `sortValues` are those of its last item. */
export interface Results {
  readonly items: readonly Record<string, unknown>[]
  readonly sortValues?: readonly SortValue[] | undefined
  readonly total: number
}

/** Keys, numbers and dates (milliseconds since the epoch) as bigint; null for text that is missing. */
type SortValue = bigint | string | boolean | null

/** The search database counts no further. */
const MAX_TOTAL = 10_000
/** How the search database sorts missing numbers to the end, in either direction. */
const LAST_ASCENDING = 2n ** 63n - 1n
const LAST_DESCENDING = -(2n ** 63n)

/** Filters, sorts and pages `items` as the request's body says. */
export function search<T>(type: EntityType<T>, items: Iterable<T>, body: string): Results {
  const query = readQuery(type, body)
  const after = readSearchAfter(type, query)
  const found: { readonly item: T; readonly values: readonly SortValue[] }[] = []
  let total = 0
  for (const item of items) {
    if (!query.matches(item)) continue
    total += 1
    const values = sortValuesOf(type, query, item)
    if (!after || compare(query, values, after) > 0) found.push({ item, values })
  }
  found.sort((a, b) => compare(query, a.values, b.values))
  const page = found.slice(0, query.size)
  return {
    items: page.map(({ item }) => toWire(type, item, 'search')),
    sortValues: page.at(-1)?.values,
    total: Math.min(total, MAX_TOTAL),
  }
}

function sortValuesOf<T>(type: EntityType<T>, { sort }: Query<T>, item: T): SortValue[] {
  return sort.map(({ field, descending }) => {
    const value: unknown = item[field]
    if (isText(type.fields[field])) return (value as string | undefined) ?? null
    if (typeof value === 'boolean') return value
    if (value === undefined) return descending ? LAST_DESCENDING : LAST_ASCENDING
    return BigInt(value as bigint | number)
  })
}

function readSearchAfter<T>(type: EntityType<T>, query: Query<T>): SortValue[] | undefined {
  const { searchAfter, sort } = query
  if (searchAfter === undefined) return undefined
  const refuse = (): Error => searchFailed(`Error in reading ${type.name}s`)
  if (searchAfter.length !== sort.length) throw refuse()
  return sort.map(({ field }, index) => {
    const value = searchAfter[index]
    const { kind } = type.fields[field]
    if (isText(type.fields[field])) {
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

const isText = ({ kind }: Field): boolean => kind === 'text'

function compare<T>({ sort }: Query<T>, a: readonly SortValue[], b: readonly SortValue[]): number {
  for (const [index, { descending }] of sort.entries()) {
    const left = a[index] as SortValue
    const right = b[index] as SortValue
    if (left === right) continue
    // Missing text comes last in either direction.
    if (left === null) return 1
    if (right === null) return -1
    return left < right === descending ? 1 : -1
  }
  return 0
}
