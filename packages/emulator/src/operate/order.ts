import type { EntityType } from './fields.ts'

/** One criterion of an order. */
export interface Sort<T> {
  readonly field: keyof T & string
  readonly descending: boolean
}

/** A value that items are sorted by: keys, numbers and dates (milliseconds since the epoch) as bigint; null for missing text. */
export type SortValue = bigint | string | boolean | null

/** How the search database sorts missing numbers to the end, in either direction. */
const LAST_ASCENDING = 2n ** 63n - 1n
const LAST_DESCENDING = -(2n ** 63n)

/** What an item is sorted by: one value for each criterion. */
export function sortValuesOf<T>(type: EntityType<T>, sort: readonly Sort<T>[], item: T): SortValue[] {
  return sort.map(({ field, descending }) => {
    const value: unknown = item[field]
    if (type.fields[field].kind === 'text') return (value as string | undefined) ?? null
    if (typeof value === 'boolean') return value
    if (value === undefined) return descending ? LAST_DESCENDING : LAST_ASCENDING
    return BigInt(value as bigint | number)
  })
}

/** Negative when `a` comes first, positive when `b` does. */
export function compareValues<T>(sort: readonly Sort<T>[], a: readonly SortValue[], b: readonly SortValue[]): number {
  for (let index = 0; index < sort.length; index += 1) {
    const left = a[index] as SortValue
    const right = b[index] as SortValue
    if (left === right) continue
    // Missing text comes last in either direction.
    if (left === null) return 1
    if (right === null) return -1
    return left < right === sort[index]?.descending ? 1 : -1
  }
  return 0
}
