import { checkForward } from './check-page.ts'
import { RestError } from './errors.ts'
import type { AnyOptions } from './options.ts'
import { createPageCounter, iteratePages } from './pages.ts'
import type { SearchAllOptions } from './search-all-options.ts'
import { refusePart } from './validation-error.ts'

export type Body = Readonly<Record<string, unknown>>

/** A page, as far as it is read here. */
export interface FoundPage {
  readonly items: readonly unknown[]
  readonly total: number
  readonly sortValues?: unknown
  readonly endCursor?: unknown
}

/** How the pages of one kind are asked for. Each brings `searchAll` along, so that bundles without searches do without. */
export interface PagingKind {
  readonly searchAll: typeof searchAll
  /** Items on a page unless the caller says otherwise; the servers' own defaults make many more requests. */
  readonly size: number
  /** What a query says of the first page. */
  begin(body: Body): { readonly size?: unknown; readonly mark?: unknown }
  request(body: Body, size: number, mark: unknown): Body
  /** The member of a page that marks the next one; none where pages are counted. */
  readonly mark?: 'sortValues' | 'endCursor'
  /** Returns the mark of the page after one; undefined if that lacks it. */
  next(page: FoundPage, mark: unknown): unknown
  /** Rejects a query that asks for its page in two ways. */
  readonly checkPage?: ((operation: string, body: unknown) => void) | undefined
  /** Returns the response of a search as the caller gets it. */
  readonly readPage?: ((response: unknown, operation: string) => unknown) | undefined
}

/**
 * Returns all items of a paged search, one by one, and requests the next page while the caller works on the current one.
 *
 * @throws `RestError` for a wrong option, and `ValidationError` for `page.before`; both at the call
 */
export function searchAll(
  kind: PagingKind,
  operation: string,
  search: (body: object, options?: AnyOptions) => Promise<FoundPage>,
  query: object,
  callOptions: SearchAllOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  if (Object(callOptions) !== callOptions) throw new RestError('config_invalid', '`options` must be an object')
  const { limit = Number.POSITIVE_INFINITY, signal, waitFor, ...options } = callOptions
  if (limit !== Number.POSITIVE_INFINITY && !(Number.isInteger(limit) && limit >= 0)) {
    throw new RestError('request_invalid', '`limit` must be a whole number')
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw new RestError('config_invalid', '`signal` must be an AbortSignal')
  }
  checkForward(operation, query)
  // Whoever changes the filter for another search does not change this one.
  const { filter, ...others } = query as Body
  const body: Body = filter === undefined ? others : { ...others, filter: { ...(filter as object) } }
  const first = kind.begin(body)
  const size = Math.min((first.size as number | undefined) ?? kind.size, limit)
  const refuse = (path: string, message: string): never => refusePart(operation, 'response', path, message)
  const isLast = createPageCounter(size)
  let itemsBefore: string | undefined
  // Only the first page is waited for, since the last one may be empty.
  let awaited = waitFor
  return iteratePages<unknown, unknown>(
    async (mark = first.mark, pageSignal) => {
      const page = await search(kind.request(body, size, mark), { ...options, signal: pageSignal, waitFor: awaited })
      awaited = undefined
      // Also where no schema has looked at it: paging on with anything else would end as if all were done.
      const { items } = Object(page) as FoundPage
      if (!Array.isArray(items)) refuse('items', 'must be an array')
      if (isLast(page)) return { items }
      const text = JSON.stringify(items)
      // From a server, or something in between, that does not read which page is asked for.
      if (text === itemsBefore) refuse('items', 'are those of the page before')
      itemsBefore = text
      const next = kind.next(page, mark)
      if (String(next ?? '') === '') refuse(kind.mark as string, 'is missing from a page that is not the last')
      return { items, next }
    },
    { limit, signal },
  )
}
