import type { Route } from './route.ts'
import type { Page, PageResponse } from './search-types.ts'

/** Returns the response of a search of the v2 APIs as a {@link Page}, and any other as it is. */
export function readPage({ paging }: Route, response: unknown): unknown {
  if (paging !== 'cursor' && paging !== 'offset') return response
  const { items, page } = response as PageResponse<unknown>
  const counted = { items, total: page.totalItems, totalIsExact: !page.hasMoreTotalItems }
  // An API without cursors, such as that of Camunda Hub, has no members for them.
  if (paging === 'offset' && !('startCursor' in page) && !('endCursor' in page)) return counted
  return {
    ...counted,
    startCursor: page.startCursor ?? null,
    endCursor: page.endCursor ?? null,
  } satisfies Page<unknown>
}
