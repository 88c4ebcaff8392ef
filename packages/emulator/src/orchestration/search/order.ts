import type { Shape } from '@x/rest/shapes'
import type { Members } from '../../sampled/members.ts'
import type { Searchable } from './searchable.ts'
import { compareKeys, valueKindOf } from './value-kind.ts'

export interface SortCriterion {
  readonly field: string
  readonly order?: 'ASC' | 'DESC' | undefined
}

/** The position of an item: its values for the fields of the sort, followed by its key. */
export type Place = readonly unknown[]

/** The order in which a search returns its items. */
export interface Order<Item> {
  /** The sort as text, such as `name DESC,state`. */
  readonly sort: string
  /** The number of values in a position. */
  readonly length: number
  placeOf(item: Item): Place
  compare(a: Item, b: Item): number
  /** Negative for an item that comes before the position. */
  compareTo(item: Item, place: Place): number
}

interface Criterion<Item> {
  read(item: Item): unknown
  compare(a: unknown, b: unknown): number
}

/**
 * Creates the order of a sort. Without a sort, items are in the order of their keys. Missing values are last in either
 * direction.
 */
export function createOrder<Item>(
  itemShape: Shape,
  sort: readonly SortCriterion[],
  { fields, sorts, key }: Searchable<Item>,
): Order<Item> {
  const shapes = new Map(
    itemShape.kind === 'object' ? itemShape.members.map((member) => [member.name, member.shape]) : [],
  )
  const sorted = sort.map(({ field, order }): Criterion<Item> => {
    const read = sorts?.[field] ?? fields?.[field] ?? ((item: Item) => (item as Members)[field])
    const { compare } = valueKindOf(shapes.get(field))
    const sign = order === 'DESC' ? -1 : 1
    return {
      read: (item) => read(item) ?? null,
      compare: (a, b) => {
        if (a === b) return 0
        if (a === null || b === null) return a === null ? 1 : -1
        return compare(a, b) * sign
      },
    }
  })
  const criteria: readonly Criterion<Item>[] = [...sorted, { read: key, compare: compareKeys }]
  return {
    sort: sort.map(({ field, order }) => (order === 'DESC' ? `${field} DESC` : field)).join(),
    length: criteria.length,
    placeOf: (item) => criteria.map(({ read }) => read(item)),
    compare: (a, b) => {
      for (const { read, compare } of criteria) {
        const difference = compare(read(a), read(b))
        if (difference !== 0) return difference
      }
      return 0
    },
    compareTo: (item, place) => {
      for (let index = 0; index < criteria.length; index++) {
        const { read, compare } = criteria[index] as Criterion<Item>
        const difference = compare(read(item), place[index])
        if (difference !== 0) return difference
      }
      return 0
    },
  }
}
