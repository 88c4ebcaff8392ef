import type { Collection, InstanceCollection } from '@x/engine'
import type { Members } from '../../sampled/members.ts'
import type { Searchable } from '../search/searchable.ts'
import { compareKeys } from '../search/value-kind.ts'

type Special<R> = Pick<Searchable<R>, 'fields' | 'conditions'>

type Searched<R> = Iterable<R> & Partial<Pick<InstanceCollection<R>, 'of' | 'inKeyOrder' | 'size'>>

/** A search over a collection of the engine. If the filter names a process instance, only its records are read. */
export function searchableOf<R>(
  collection: Searched<R>,
  key: (record: R) => string,
  special: Special<R> = {},
): Searchable<R> {
  return {
    items: (filter) => {
      const processInstanceKey = keyIn(filter)
      return (processInstanceKey !== undefined && collection.of?.(processInstanceKey)) || collection
    },
    ...(collection.inKeyOrder && { inKeyOrder: collection.inKeyOrder, size: collection.size }),
    key,
    ...special,
  }
}

/** The process instance that a filter names, directly or with `$eq`. */
function keyIn({ processInstanceKey }: Members): string | undefined {
  if (processInstanceKey === undefined || processInstanceKey === null) return undefined
  if (typeof processInstanceKey !== 'object') return String(processInstanceKey)
  const { $eq } = processInstanceKey as Members
  return $eq === undefined || $eq === null ? undefined : String($eq)
}

/** Maps the records of a collection. */
export function mapped<R, T>(collection: Collection<R>, map: (record: R) => T): Collection<T> {
  const { inKeyOrder } = collection
  return {
    size: collection.size,
    get: (key) => {
      const record = collection.get(key)
      return record && map(record)
    },
    ...(inKeyOrder && { inKeyOrder: (after) => eachMapped(inKeyOrder(after), map) }),
    [Symbol.iterator]: () => eachMapped(collection, map),
  }
}

function* eachMapped<R, T>(records: Iterable<R>, map: (record: R) => T): Generator<T> {
  for (const record of records) yield map(record)
}

/** A search over computed items, which have no order of their own. */
export function searchableList<R>(records: readonly R[], key: (record: R) => string): Searchable<R> {
  const ordered = records.toSorted((a, b) => compareKeys(key(a), key(b)))
  return { items: () => ordered, key }
}
