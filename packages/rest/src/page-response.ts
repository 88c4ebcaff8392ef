import type { Page, PageInfo, PageResponse } from './search-types.ts'
import { refusePart } from './validation-error.ts'

/** A page without cursors. */
type CountedPageOf<Item> = Omit<Page<Item>, 'startCursor' | 'endCursor'>

/**
 * Returns the response of a search of the v2 APIs as a {@link Page}.
 *
 * @throws `ValidationError` with code `response_invalid` if it has no `page`: without schemas nothing else checks it
 */
export function readPage(response: unknown, operation: string): Page<unknown> {
  const page = pageOf(response, operation)
  return { ...readCount(response, page), startCursor: page.startCursor ?? null, endCursor: page.endCursor ?? null }
}

/** The same where an API, such as that of Camunda Hub, may have no cursors. */
export function readOffsetPage(response: unknown, operation: string): CountedPageOf<unknown> {
  const page = pageOf(response, operation)
  return 'startCursor' in page || 'endCursor' in page ? readPage(response, operation) : readCount(response, page)
}

function pageOf(response: unknown, operation: string): PageInfo {
  const { page } = Object(response) as PageResponse<unknown>
  return Object(page) === page ? page : refusePart(operation, 'response', 'page', 'must be an object')
}

function readCount(response: unknown, page: PageInfo): CountedPageOf<unknown> {
  const { items } = response as PageResponse<unknown>
  return { items, total: page.totalItems, totalIsExact: !page.hasMoreTotalItems }
}
