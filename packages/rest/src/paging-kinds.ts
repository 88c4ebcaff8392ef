import { checkPage } from './check-page.ts'
import { readOffsetPage, readPage } from './page-response.ts'
import { type Body, type PagingKind, searchAll } from './search-all.ts'

// One constant for each kind, so that a bundle contains only those that its resources use.

const pageOf = (body: Body): Body => Object(body.page) as Body

/** The v1 APIs of Operate and Tasklist. */
export const searchAfterPaging: PagingKind = {
  searchAll,
  size: 100,
  begin: ({ size, searchAfter }) => ({ size, mark: searchAfter }),
  request: (body, size, searchAfter) => ({ ...body, size, searchAfter }),
  mark: 'sortValues',
  next: ({ sortValues }) => sortValues,
}

/** Web Modeler: pages have numbers. */
export const pagePaging: PagingKind = {
  searchAll,
  size: 50,
  begin: ({ size }) => ({ size, mark: 0 }),
  request: (body, size, page) => ({ ...body, size, page }),
  next: (_, mark) => (mark as number) + 1,
}

/** The v2 APIs. */
export const cursorPaging: PagingKind = {
  searchAll,
  size: 100,
  begin(body) {
    const { limit, after } = pageOf(body)
    return { size: limit, mark: after }
  },
  request(body, limit, after) {
    // The first page may start at an offset, the following ones at a cursor.
    const { from } = pageOf(body)
    return { ...body, page: { limit, ...(after !== undefined ? { after } : from !== undefined && { from }) } }
  },
  mark: 'endCursor',
  next: ({ endCursor }) => endCursor,
  checkPage,
  readPage,
}

/** Searches of the v2 APIs without a cursor. */
export const offsetPaging: PagingKind = {
  searchAll,
  size: 100,
  begin(body) {
    const { limit, from = 0 } = pageOf(body)
    return { size: limit, mark: from }
  },
  request: (body, limit, from) => ({ ...body, page: { limit, from } }),
  next: ({ items }, mark) => (mark as number) + items.length,
  checkPage,
  readPage: readOffsetPage,
}
