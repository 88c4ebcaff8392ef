import { type CallOptions, iteratePages, type Route, type Transport, ValidationError } from '@x/rest'
import type { Page, SearchAll } from './types/search.ts'

/** Options of `searchAll`. */
export interface SearchAllOptions extends CallOptions {
  /** Most items to give. @defaultValue no limit */
  readonly limit?: number | undefined
}

interface AnySearch {
  readonly filter?: object | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
}

interface SearchMethods<Search extends AnySearch, Item> {
  search(search?: Search, options?: CallOptions): Promise<Page<Item>>
  searchAll(search?: SearchAll<Search>, options?: SearchAllOptions): AsyncGenerator<Item, void, undefined>
}

const MAX_SIZE = 50

/** The two methods that every searchable resource has. */
export function searchMethods<Search extends AnySearch, Item>(
  transport: Transport,
  route: Route,
): SearchMethods<Search, Item> {
  const search = async (query: AnySearch = {}, options?: CallOptions): Promise<Page<Item>> => {
    // The server wants a body also when there is nothing to say.
    const body = query.filter ? { ...query, filter: wireFilter(route, query.filter, 'filter') } : query
    return transport.call(route, { body }, options)
  }
  return {
    search,
    searchAll(query: AnySearch = {}, { limit, ...options } = {}) {
      const { size = MAX_SIZE } = query
      return iteratePages<Item, number>(
        async (page = 0, signal) => {
          const { items } = await search({ ...query, page, size }, { ...options, signal })
          return { items, next: items.length === 0 || items.length < size ? undefined : page + 1 }
        },
        { limit, signal: options.signal },
      )
    },
  }
}

/**
 * Gives a filter as it is sent: dates as text. Refuses one with a hole, also when validation is off: the server ignores
 * `{ projectId: undefined }`, so it would find, and let a careless script delete, everybody's files.
 */
function wireFilter(route: Route, filter: object, path: string): object {
  const members = Object.entries(filter).map(([name, value]) => {
    const at = `${path}.${name}`
    const refuse = (message: string): never => {
      throw new ValidationError(route.id, 'body', [{ path: at, message }])
    }
    if (value === undefined || value === null || value === '') {
      return refuse(`is ${value === '' ? 'empty' : value}: the server would ignore it and find everything`)
    }
    if (value instanceof Date) {
      return [name, Number.isNaN(value.getTime()) ? refuse('is an invalid Date') : value.toISOString()]
    }
    return [name, typeof value === 'object' && !Array.isArray(value) ? wireFilter(route, value, at) : value]
  })
  return Object.fromEntries(members)
}
