import type { Lag } from '../engine/lag.ts'
import type { Searchable } from './search/searchable.ts'

/** A record with an ascending key, which is also the order of creation. */
export type Kept<R> = R & { readonly key: string }

/** Records by id: as commands see them, and as reads see them. */
export interface Records<R> {
  /** The latest state, for commands. */
  get(id: string): Kept<R> | undefined
  has(id: string): boolean
  /** Adds or replaces a record. */
  set(id: string, record: R): Kept<R>
  /** Adds a record whose id is its key. */
  add(record: R): Kept<R>
  delete(id: string): void
  entries(): readonly (readonly [string, Kept<R>])[]
  /** The state that reads see. */
  readonly visible: ReadonlyMap<string, Kept<R>>
}

/** @param nextKey - Creates keys. */
export function createRecords<R extends object>(lag: Lag, nextKey: () => string): Records<R> {
  const newest = new Map<string, Kept<R>>()
  const visible = new Map<string, Kept<R>>()
  const keep = (id: string, record: R, key: string): Kept<R> => {
    const kept = { ...record, key }
    newest.set(id, kept)
    lag.later(() => visible.set(id, kept))
    return kept
  }
  return {
    get: (id) => newest.get(id),
    has: (id) => newest.has(id),
    set: (id, record) => keep(id, record, newest.get(id)?.key ?? nextKey()),
    add: (record) => {
      const key = nextKey()
      return keep(key, record, key)
    },
    delete: (id) => {
      newest.delete(id)
      lag.later(() => visible.delete(id))
    },
    entries: () => [...newest],
    visible,
  }
}

/** A search over records, in the order of their creation. */
export function searchableOf<R>(
  items: () => Iterable<Kept<R>>,
  special: Pick<Searchable<Kept<R>>, 'fields' | 'conditions'> = {},
): Searchable<Kept<R>> {
  return { items, key: ({ key }) => key, ...special }
}
