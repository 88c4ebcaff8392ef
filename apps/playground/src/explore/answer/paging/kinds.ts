import type { Paging } from '@x/rest'
import { membersOf } from '../value/list-of.ts'

type Members = Readonly<Record<string, unknown>>

/** One kind of paging. A place is the start of a page in the terms of its API. */
export interface PagingKind {
  size(query: Members): unknown
  place(query: Members): unknown
  /** Returns the query for the page at a place, or for the first page. */
  ask(query: Members, size: unknown, place: unknown): Members
  /** Returns the place of the next page; undefined if the response does not contain it. */
  next(place: unknown, page: Members, size: number): unknown
  /** Returns the number of items before a place, if it contains that. */
  offset?(place: unknown, size: number): number
  /** Whether `total` may be less than the number of matches. */
  isTotalOpen(page: Members): boolean
}

/** Operate does not count further. */
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

/** Returns an object with other members, without undefined ones. */
function withMembers(object: Members, members: Members): Members {
  return Object.fromEntries(Object.entries({ ...object, ...members }).filter(([, value]) => value !== undefined))
}

function membersOrNone(members: Members): Members | undefined {
  const some = withMembers({}, members)
  return Object.keys(some).length > 0 ? some : undefined
}
