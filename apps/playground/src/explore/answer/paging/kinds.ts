import type { Paging } from '@x/rest'
import { membersOf } from '../value/list-of.ts'

type Members = Readonly<Record<string, unknown>>

/** How the pages of one kind follow one another. A place is where in the list a page begins, in the terms of its API. */
export interface PagingKind {
  size(query: Members): unknown
  place(query: Members): unknown
  /** A query for the page at a place; for the first page without one. */
  ask(query: Members, size: unknown, place: unknown): Members
  /** The place of the page after `page`; undefined where the response does not tell. */
  next(place: unknown, page: Members, size: number): unknown
  /** How many items lie before a place, where it says so. */
  offset?(place: unknown, size: number): number
  /** Whether `total` may be less than what matches. */
  isTotalOpen(page: Members): boolean
}

/** Operate counts no further. */
const MOST_COUNTED = 10_000

const inPage = (query: Members, name: string): unknown => membersOf(query.page)[name]

export const pagingKinds: Readonly<Record<Paging, PagingKind>> = {
  searchAfter: {
    size: ({ size }) => size,
    place: ({ searchAfter }) => searchAfter,
    ask: (query, size, searchAfter) => withMembers(query, { size, searchAfter }),
    next: (_, { sortValues }) => (Array.isArray(sortValues) && sortValues.length > 0 ? sortValues : undefined),
    isTotalOpen: ({ total }) => total === MOST_COUNTED,
  },
  page: {
    size: ({ size }) => size,
    place: ({ page }) => page,
    ask: (query, size, page) => withMembers(query, { size, page }),
    next: (page = 0) => (typeof page === 'number' ? page + 1 : undefined),
    offset: (page, size) => Number(page) * size,
    isTotalOpen: () => false,
  },
  cursor: {
    size: (query) => inPage(query, 'limit'),
    place: (query) => inPage(query, 'after') ?? inPage(query, 'before') ?? inPage(query, 'from'),
    ask: (query, limit, after) => withMembers(query, { page: membersOrNone({ limit, after }) }),
    next: (_, { endCursor }) => endCursor ?? undefined,
    isTotalOpen: ({ totalIsExact }) => totalIsExact === false,
  },
  offset: {
    size: (query) => inPage(query, 'limit'),
    place: (query) => inPage(query, 'from'),
    ask: (query, limit, from) => withMembers(query, { page: membersOrNone({ limit, from }) }),
    next: (from = 0, _, size) => (typeof from === 'number' ? from + size : undefined),
    offset: (from) => Number(from),
    isTotalOpen: ({ totalIsExact }) => totalIsExact === false,
  },
}

/** An object with other members; those that are undefined are left out. */
function withMembers(object: Members, members: Members): Members {
  return Object.fromEntries(Object.entries({ ...object, ...members }).filter(([, value]) => value !== undefined))
}

function membersOrNone(members: Members): Members | undefined {
  const some = withMembers({}, members)
  return Object.keys(some).length > 0 ? some : undefined
}
