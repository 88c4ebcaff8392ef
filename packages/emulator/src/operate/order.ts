import { compareKeys } from '../orchestration/search/value-kind.ts'
import { type EntityType, type Field, type FieldKind, fieldOf } from './fields.ts'
import { readInt64 } from './keys.ts'

/** One criterion of an order. */
export interface Sort {
  readonly field: string
  readonly descending: boolean
}

/** A value that items are sorted by, as it is sent. Keys, numbers and dates (in milliseconds since 1970) are bigint. */
export type SortValue = bigint | string | boolean | null

/** The position of an item: its value for each criterion, as in the engine; null if it has none. */
export type Place = readonly unknown[]

export interface Order<R> {
  placeOf(record: R): Place
  /** Negative when `a` comes first, positive when `b` does. */
  compare(a: R, b: R): number
  compareTo(record: R, place: Place): number
  /** Returns a position as it is sent, so that the next page can start after it. */
  write(place: Place): SortValue[]
  /** Reads a position that was sent; undefined if it does not match the sort. */
  read(values: readonly unknown[]): Place | undefined
}

/** With these values, the search database sorts missing numbers to the end in either direction. */
const LAST_ASCENDING = 2n ** 63n - 1n
const LAST_DESCENDING = -(2n ** 63n)

interface Criterion<R> {
  readonly field: Field<R>
  /** The value that stands for a missing number. */
  readonly last: bigint
  compare(a: unknown, b: unknown): number
}

export function createOrder<R>(type: EntityType<R>, sort: readonly Sort[]): Order<R> {
  const criteria = sort.map(({ field: name, descending }): Criterion<R> => {
    const field = fieldOf(type, name) as Field<R>
    const compare = field.kind === 'key' ? compareKeys : compareInOrder
    const sign = descending ? -1 : 1
    return {
      field,
      last: descending ? LAST_DESCENDING : LAST_ASCENDING,
      // Missing values come last in either direction.
      compare: (a, b) => {
        if (a === b) return 0
        if (a === null) return 1
        return b === null ? -1 : compare(a, b) * sign
      },
    }
  })
  const read = ({ field }: Criterion<R>, record: R): unknown => field.read(record) ?? null
  return {
    placeOf: (record) => criteria.map((criterion) => read(criterion, record)),
    compare: (a, b) => {
      for (const criterion of criteria) {
        const difference = criterion.compare(read(criterion, a), read(criterion, b))
        if (difference !== 0) return difference
      }
      return 0
    },
    compareTo: (record, place) => {
      for (const [index, criterion] of criteria.entries()) {
        const difference = criterion.compare(read(criterion, record), place[index])
        if (difference !== 0) return difference
      }
      return 0
    },
    write: (place) => criteria.map(({ field, last }, index) => writeValue(field.kind, place[index], last)),
    read: (values) => {
      if (values.length !== criteria.length) return undefined
      const place = criteria.map(({ field, last }, index) => readValue(field.kind, values[index], last))
      return place.includes(undefined) ? undefined : place
    },
  }
}

function compareInOrder(a: unknown, b: unknown): number {
  return (a as string) < (b as string) ? -1 : 1
}

function writeValue(kind: FieldKind, value: unknown, last: bigint): SortValue {
  if (kind === 'text' || kind === 'flag') return value as string | boolean | null
  if (value === null) return last
  return BigInt(kind === 'date' ? Date.parse(value as string) : (value as string | number))
}

/** Returns undefined if the value is not valid for this type. */
function readValue(kind: FieldKind, value: unknown, last: bigint): unknown {
  if (kind === 'text') {
    if (value === null) return null
    return typeof value === 'object' ? undefined : String(value)
  }
  if (kind === 'flag') {
    return String(value) === 'true' || (String(value) === 'false' ? false : undefined)
  }
  const integer = readInt64(value)
  if (integer === undefined || integer === last) return integer === undefined ? undefined : null
  if (kind === 'integer') return Number(integer)
  return kind === 'date' ? readDate(integer) : String(integer < 0n ? 0n : integer)
}

/** No date is before 1970, or after the latest date of JavaScript. */
function readDate(milliseconds: bigint): string {
  const latest = BigInt(8.64e15)
  const within = milliseconds < 0n ? 0n : milliseconds > latest ? latest : milliseconds
  return new Date(Number(within)).toISOString()
}
