import type { Route } from './route.ts'
import type { Page, PageResponse } from './search-types.ts'
import { ValidationError } from './validation-error.ts'

/**
 * Returns the response of a search of the v2 APIs as a {@link Page}, and any other as it is.
 *
 * @throws `ValidationError` with code `response_invalid` if it has no `page`: without schemas nothing else checks it
 */
export function readPage({ id, paging }: Route, response: unknown): unknown {
  if (paging !== 'cursor' && paging !== 'offset') return response
  const { items, page } = Object(response) as PageResponse<unknown>
  if (Object(page) !== page) throw new ValidationError(id, 'response', [{ path: 'page', message: 'must be an object' }])
  const counted = { items, total: page.totalItems, totalIsExact: !page.hasMoreTotalItems }
  // An API without cursors, such as that of Camunda Hub, has no members for them.
  if (paging === 'offset' && !('startCursor' in page) && !('endCursor' in page)) return counted
  return {
    ...counted,
    startCursor: page.startCursor ?? null,
    endCursor: page.endCursor ?? null,
  } satisfies Page<unknown>
}
