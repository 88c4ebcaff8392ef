import type { Page, PageResponse } from './search-types.ts'

/** A page without cursors. */
type CountedPageOf<Item> = Omit<Page<Item>, 'startCursor' | 'endCursor'>

/** Returns the response of a search of the v2 APIs as a {@link Page}. */
export function readPage(response: unknown): Page<unknown> {
  const { page } = response as PageResponse<unknown>
  return { ...readCount(response), startCursor: page.startCursor ?? null, endCursor: page.endCursor ?? null }
}

/** The same where an API, such as that of Camunda Hub, may have no cursors. */
export function readOffsetPage(response: unknown): CountedPageOf<unknown> {
  const { page } = response as PageResponse<unknown>
  return 'startCursor' in page || 'endCursor' in page ? readPage(response) : readCount(response)
}

function readCount(response: unknown): CountedPageOf<unknown> {
  const { items, page } = response as PageResponse<unknown>
  return { items, total: page.totalItems, totalIsExact: !page.hasMoreTotalItems }
}
