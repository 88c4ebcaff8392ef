import { RestError } from './errors.ts'
import type { AnyOptions } from './options.ts'
import { createPageCounter, iteratePages } from './pages.ts'
import type { Paging, Route } from './route.ts'
import type { SearchAllOptions } from './search-all-options.ts'
import { ValidationError } from './validation-error.ts'

type Body = Readonly<Record<string, unknown>>

interface FoundPage {
  readonly items: readonly unknown[]
  readonly total: number
  readonly sortValues?: unknown
  readonly endCursor?: unknown
}

/** How pages of one kind are requested. */
interface Step {
  /** Items on a page unless the caller says otherwise; the servers' own defaults make many more requests. */
  readonly size: number
  sizeIn(body: Body): unknown
  /** Marks the first page. */
  first(body: Body): unknown
  request(body: Body, size: number, mark: unknown): Body
  /** The member of a page that marks the next one; none where pages are counted. */
  readonly mark?: 'sortValues' | 'endCursor'
  next(mark: number, page: FoundPage): number
}

const pageOf = (body: Body): Body => Object(body.page) as Body
/** Where the first page begins unless it is at the start; the pages after it begin at a cursor. */
const offsetOf = (body: Body): Body => {
  const { from } = pageOf(body)
  return from === undefined ? {} : { from }
}
const counted = (mark: number, { items }: FoundPage): number => mark + items.length

const steps: Readonly<Record<Paging, Step>> = {
  searchAfter: {
    size: 100,
    sizeIn: ({ size }) => size,
    first: ({ searchAfter }) => searchAfter,
    request: (body, size, searchAfter) => ({ ...body, size, searchAfter }),
    mark: 'sortValues',
    next: counted,
  },
  page: {
    size: 50,
    sizeIn: ({ size }) => size,
    first: () => 0,
    request: (body, size, page) => ({ ...body, size, page }),
    next: (mark) => mark + 1,
  },
  cursor: {
    size: 100,
    sizeIn: (body) => pageOf(body).limit,
    first: (body) => pageOf(body).after,
    request: (body, limit, after) => ({
      ...body,
      page: { limit, ...(after === undefined ? offsetOf(body) : { after }) },
    }),
    mark: 'endCursor',
    next: counted,
  },
  offset: {
    size: 100,
    sizeIn: (body) => pageOf(body).limit,
    first: (body) => pageOf(body).from ?? 0,
    request: (body, limit, from) => ({ ...body, page: { limit, from } }),
    next: counted,
  },
}

/**
 * Returns all items of a paged search, one by one, and requests the next page while the caller works on the current one.
 *
 * @throws `RestError` for a wrong option, and `ValidationError` for `page.before`; both at the call
 */
export function searchAll(
  { id, paging }: Route,
  search: (body: object, options?: AnyOptions) => Promise<FoundPage>,
  query: object,
  callOptions: SearchAllOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  if (Object(callOptions) !== callOptions) throw new RestError('config_invalid', '`options` must be an object')
  const { limit = Number.POSITIVE_INFINITY, signal, waitFor, ...options } = callOptions
  if (!(limit >= 0) || (limit !== Number.POSITIVE_INFINITY && !Number.isInteger(limit))) {
    throw new RestError('request_invalid', '`limit` must be a whole number')
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw new RestError('config_invalid', '`signal` must be an AbortSignal')
  }
  if (pageOf(query as Body).before !== undefined) {
    const message = 'has no effect here: all pages are requested forward. Use `after` or `from`'
    throw new ValidationError(id, 'body', [{ path: 'page.before', message }])
  }
  const step = steps[paging as Paging]
  // Whoever changes the filter for another search does not change this one.
  const { filter, ...others } = query as Body
  const body: Body = filter === undefined ? others : { ...others, filter: { ...(filter as object) } }
  const size = Math.min((step.sizeIn(body) as number | undefined) ?? step.size, limit)
  const broken = (path: string, message: string): ValidationError =>
    new ValidationError(id, 'response', [{ path, message }])
  const isLast = createPageCounter(size)
  let itemsBefore: string | undefined
  // Only the first page is waited for, since the last one may be empty.
  let awaited = waitFor
  return iteratePages<unknown, unknown>(
    async (mark = step.first(body), pageSignal) => {
      const page = await search(step.request(body, size, mark), { ...options, signal: pageSignal, waitFor: awaited })
      awaited = undefined
      // Also where no schema has looked at it: paging on with anything else would end as if all were done.
      const { items } = Object(page) as FoundPage
      if (!Array.isArray(items)) throw broken('items', 'must be an array')
      if (isLast(page)) return { items }
      if (!step.mark) {
        const text = JSON.stringify(items)
        // From a server, or something in between, that does not read the number of the page.
        if (text === itemsBefore) throw broken('items', 'are those of the page before')
        itemsBefore = text
        return { items, next: step.next(mark as number, page) }
      }
      const next = page[step.mark]
      if (next === undefined || next === null || String(next) === '')
        throw broken(step.mark, 'is missing from a page that is not the last')
      if (String(next) === String(mark)) throw broken(step.mark, 'is that of the page before')
      return { items, next }
    },
    { limit, signal },
  )
}
