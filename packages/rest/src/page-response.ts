import type { Page, PageResponse } from './search-types.ts'

/** Returns the response of a search of the v2 APIs as a {@link Page}. */
export function readPage(response: unknown): Page<unknown> {
  const { items, page } = response as PageResponse<unknown>
  return {
    items,
    total: page.totalItems,
    totalIsExact: !page.hasMoreTotalItems,
    startCursor: page.startCursor ?? null,
    endCursor: page.endCursor ?? null,
  }
}
