import type { Engine } from '@x/engine'
import type { Call, Handler } from '../handler.ts'
import { notFound } from '../problems.ts'
import { search } from '../search/search.ts'
import type { Searchable } from '../search/searchable.ts'

/** Creates handlers that read what the engine shows. */
export interface Reading {
  /** Returns the record with the key in the path. */
  gets(what: string, find: (engine: Engine, key: string) => object | undefined): Handler
  searches<Item>(create: (engine: Engine, call: Call) => Searchable<Item>): Handler
}

export function createReading(read: () => Engine): Reading {
  return {
    gets:
      (what, find) =>
      ({ params }) => {
        const [key = ''] = Object.values(params)
        const record = find(read(), key)
        if (record === undefined) throw notFound(what, key)
        return record
      },
    searches: (create) => (call) => search(call, create(read(), call)),
  }
}
