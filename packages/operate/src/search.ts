import { type CallOptions, createPageCounter, iteratePages, RestError, type Route, ValidationError } from '@x/rest'
import type { OperateTransport } from './operate-transport.ts'
import { searchBody } from './search-body.ts'
import type { SearchFields } from './search-fields.ts'
import type { SearchAllOptions, SearchPage, SearchQuery, SortValue } from './types/search.ts'

/** Size of the pages that `searchAll` asks for; the server's own default of 10 would make ten times the requests. */
const PAGE_SIZE = 100

/** The two ways to search that every resource has. */
export interface Searches<Item, Filter, Field extends string> {
  search(query?: SearchQuery<Filter, Field>, options?: CallOptions): Promise<SearchPage<Item>>
  searchAll(query?: SearchQuery<Filter, Field>, options?: SearchAllOptions): AsyncGenerator<Item, void, undefined>
}

/** An answer as it comes: a page without items may lack its sort values. */
interface SearchAnswer<Item> {
  readonly items: Item[]
  readonly total: number
  readonly sortValues?: SortValue[] | null | undefined
}

export function createSearches<Item, Filter, Field extends string>(
  transport: OperateTransport,
  route: Route,
  fields: SearchFields<Filter>,
): Searches<Item, Filter, Field> {
  type Query = SearchQuery<Filter, Field>
  const toBody = (query: Query): object => searchBody(route.id, fields, query, transport.rfc3339Dates)
  const broken = (path: string, message: string): ValidationError =>
    new ValidationError(route.id, 'response', [{ path, message }])

  async function search(query: Query = {}, options?: CallOptions): Promise<SearchPage<Item>> {
    const answer = await transport.call<SearchAnswer<Item>>(route, { body: toBody(query) }, options)
    // Also where no schema has looked at it: paging on with anything else would end as if all were done.
    if (!Array.isArray(answer?.items)) throw broken('items', 'must be an array')
    return { items: answer.items, total: answer.total, sortValues: answer.sortValues ?? [] }
  }

  function searchAll(query: Query = {}, options: SearchAllOptions = {}): AsyncGenerator<Item, void, undefined> {
    // A wrong query throws here, at the call, and not later in the loop.
    toBody(query)
    const { limit = Number.POSITIVE_INFINITY, signal, ...callOptions } = options
    if (!(limit >= 0) || (Number.isFinite(limit) && !Number.isInteger(limit))) {
      throw new RestError('request_invalid', '`limit` must be a whole number')
    }
    const size = Math.min(query.size ?? PAGE_SIZE, limit)
    // Whoever changes the filter for another search does not change this one.
    const filter = query.filter && { ...query.filter }

    const isLast = createPageCounter(size)
    return iteratePages<Item, readonly SortValue[]>(
      async (searchAfter = query.searchAfter, pageSignal) => {
        const page = await search({ ...query, filter, size, searchAfter }, { ...callOptions, signal: pageSignal })
        if (isLast(page)) return { items: page.items }
        if (page.sortValues.length === 0) {
          if (page.items.length < size) return { items: page.items }
          throw broken('sortValues', 'is missing from a full page')
        }
        if (String(page.sortValues) === String(searchAfter)) throw broken('sortValues', 'is that of the page before')
        return { items: page.items, next: page.sortValues }
      },
      { limit, signal },
    )
  }

  return { search, searchAll }
}
