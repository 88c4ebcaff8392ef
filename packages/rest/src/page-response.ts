import type { Page, PageResponse } from './search-types.ts'
import { refusePart } from './validation-error.ts'

/** A page without cursors. */
type CountedPageOf<Item> = Omit<Page<Item>, 'startCursor' | 'endCursor'>

/**
 * Returns the response of a search of the v2 APIs as a {@link Page}.
 *
 * @throws `ValidationError` with code `response_invalid` if it has no `page`, which nothing else checks without schemas
 */
export function readPage(response: unknown, operation: string): Page<unknown> {
  return { startCursor: null, endCursor: null, ...readOffsetPage(response, operation) }
}

/** The same for APIs without cursors, such as Camunda Hub's. */
export function readOffsetPage(response: unknown, operation: string): CountedPageOf<unknown> {
  const { items, page } = Object(response) as PageResponse<unknown>
  if (Object(page) !== page) refusePart(operation, 'response', 'page', 'must be an object')
  const { totalItems, hasMoreTotalItems, ...cursors } = page
  return { items, total: totalItems, totalIsExact: !hasMoreTotalItems, ...cursors }
}
