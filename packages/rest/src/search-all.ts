import { checkForward } from './check-page.ts'
import type { AnyOptions } from './options.ts'
import { createPageCounter, iteratePages } from './pages.ts'
import { checkSearchAllOptions, type SearchAllOptions } from './search-all-options.ts'
import { refusePart } from './validation-error.ts'

export type Body = Readonly<Record<string, unknown>>

/** The members of a page that are read here. */
export interface FoundPage {
  readonly items: readonly unknown[]
  readonly total: number
  readonly sortValues?: unknown
  readonly endCursor?: unknown
}

/** How pages of one kind are requested. Each kind contains `searchAll`, so that bundles without searches do not. */
export interface PagingKind {
  readonly searchAll: typeof searchAll
  /** Default page size; the servers' own defaults would cause many more requests. */
  readonly size: number
  /** Returns the size and mark of the first page in a query. */
  begin(body: Body): { readonly size?: unknown; readonly mark?: unknown }
  request(body: Body, size: number, mark: unknown): Body
  /** The member of a page that marks the next one; undefined if pages are numbered. */
  readonly mark?: 'sortValues' | 'endCursor'
  /** Returns the mark of the following page; undefined if the page has none. */
  next(page: FoundPage, mark: unknown): unknown
  /** Rejects a query that sets its page in two ways. */
  readonly checkPage?: ((operation: string, body: unknown) => void) | undefined
  /** Returns the response of a search in the form that callers get. */
  readonly readPage?: ((response: unknown, operation: string) => unknown) | undefined
}

/**
 * Returns all items of a paged search, one by one, and requests the next page while the caller works on the current one.
 *
 * @throws `RestError` for a wrong option, and `ValidationError` for `page.before`; both when it is called
 */
export function searchAll(
  kind: PagingKind,
  operation: string,
  search: (body: object, options?: AnyOptions) => Promise<FoundPage>,
  query: object,
  callOptions: SearchAllOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  checkSearchAllOptions(callOptions)
  const { limit = Number.POSITIVE_INFINITY, signal, waitFor, ...options } = callOptions
  checkForward(operation, query)
  // A caller that changes its filter for another search must not change this one.
  const { filter, ...others } = query as Body
  const body: Body = filter === undefined ? others : { ...others, filter: { ...(filter as object) } }
  const first = kind.begin(body)
  const size = Math.min((first.size as number | undefined) ?? kind.size, limit)
  const refuse = (path: string, message: string): never => refusePart(operation, 'response', path, message)
  const isLast = createPageCounter(size)
  const seen = new Set<string>()
  // Only the first page is waited for, since the last one may be empty.
  let awaited = waitFor
  return iteratePages<unknown, unknown>(
    async (mark = first.mark, pageSignal) => {
      const page = await search(kind.request(body, size, mark), { ...options, signal: pageSignal, waitFor: awaited })
      awaited = undefined
      // Checked even without schemas: paging on with anything else would end as if it were complete.
      const { items } = Object(page) as FoundPage
      if (!Array.isArray(items)) refuse('items', 'must be an array')
      if (isLast(page)) return { items }
      const next = kind.next(page, mark)
      if (String(next ?? '') === '') refuse(kind.mark as string, 'is missing from a page that is not the last')
      // The server or a gateway ignores which page is requested. Only the last items are kept for the comparison.
      const sign = JSON.stringify(kind.mark ? next : items)
      if (seen.has(sign)) refuse(kind.mark ?? 'items', 'was on an earlier page: the pages would never end')
      if (!kind.mark) seen.clear()
      seen.add(sign)
      return { items, next }
    },
    { limit, signal },
  )
}
