import { type CallOptions, createPageCounter, iteratePages, type Route, type Transport, ValidationError } from '@x/rest'
import type { Page, SearchAll } from './types/search.ts'
import { wireSearch } from './wire-search.ts'

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
  return {
    // The server wants a body also when there is nothing to say.
    search: async (query: AnySearch = {}, options) =>
      transport.call(route, { body: wireSearch(route.id, query) }, options),
    searchAll(query: AnySearch = {}, { limit, ...options } = {}) {
      const { size = MAX_SIZE } = query
      const isLast = createPageCounter(size)
      let body: object
      let before: string | undefined
      return iteratePages<Item, number>(
        async (page = 0, signal) => {
          body ??= wireSearch(route.id, query)
          const found = await transport.call<Page<Item>>(
            route,
            { body: { ...body, page, size } },
            { ...options, signal },
          )
          const text = JSON.stringify(found.items)
          // From a server, or something in between, that does not read the number of the page.
          if (text === before) {
            throw new ValidationError(route.id, 'response', [
              { path: 'items', message: 'are those of the page before' },
            ])
          }
          before = text
          return { items: found.items, next: isLast(found) ? undefined : page + 1 }
        },
        { limit, signal: options.signal },
      )
    },
  }
}
