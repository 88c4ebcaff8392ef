import type { Operation } from '@x/rest'
import type { Call, CallInput } from '../../../calls/call.ts'
import { isObject, listOf, membersOf } from '../value/list-of.ts'

type Members = Readonly<Record<string, unknown>>

/** A way in which APIs let one ask for the page after a page. */
interface Paging {
  /** The member of the input that says where a page begins. Operations that have it are paged in this way. */
  readonly place: string
  /** What the place of the next page is; undefined when the answer does not tell. */
  next(place: unknown, page: Members): unknown
  /** How many items lie before the page, where that can be known from its place. */
  offset?(place: unknown, size: number): number
  /** A total that only says that there are at least so many. */
  readonly totalStopsAt?: number | undefined
}

/** All ways that are known. An API that pages in another way brings another entry. */
const pagings: readonly Paging[] = [
  {
    place: 'searchAfter',
    next: (_, { sortValues }) => (Array.isArray(sortValues) && sortValues.length > 0 ? sortValues : undefined),
    totalStopsAt: 10_000,
  },
  {
    place: 'page',
    next: (page = 0) => (typeof page === 'number' ? page + 1 : undefined),
    offset: (page = 0, size) => Number(page) * size,
  },
]

/** Where an answer lies in its list, and how to get further. */
export interface Page {
  readonly count: number
  readonly total: number | undefined
  /** How many items lie before it; undefined when nobody knows. */
  readonly offset: number | undefined
  /** What to send for the page after it; undefined when this is the last. */
  readonly next: CallInput | undefined
}

/**
 * The page that an answer is; undefined for what is no page.
 *
 * @param knownOffset - how many items lay on the pages before, where somebody counted them
 */
export function pageOf({ operation, input, outcome }: Call, knownOffset?: number): Page | undefined {
  if (outcome.type !== 'answer' || !isObject(outcome.value)) return undefined
  const list = listOf(outcome.value)
  if (!list) return undefined
  const paging = pagingOf(operation)
  const { items, total } = list
  const count = items.length
  if (!paging) return { count, total, offset: undefined, next: undefined }
  const query = membersOf(input.input)
  const isFirst = query[paging.place] === undefined
  // Where no size was asked for, a first page has the server's.
  const size = typeof query.size === 'number' ? query.size : count
  const offset = isFirst ? 0 : (knownOffset ?? paging.offset?.(query[paging.place], size))
  const place = paging.next(query[paging.place], outcome.value)
  const isLast =
    count === 0 ||
    count < size ||
    (offset !== undefined && total !== undefined && total !== paging.totalStopsAt && offset + count >= total)
  const next =
    isLast || place === undefined ? undefined : { ...input, input: { ...query, size, [paging.place]: place } }
  return { count, total, offset, next }
}

/** The input of the first page of what `input` asks for. */
export function firstPage(operation: Operation, input: CallInput): CallInput {
  const paging = pagingOf(operation)
  if (!paging || !isObject(input.input)) return input
  const { [paging.place]: _, ...query } = input.input
  return { ...input, input: query }
}

function pagingOf({ body, query }: Operation): Paging | undefined {
  const entries = membersOf(membersOf(query ?? body).entries)
  return pagings.find(({ place }) => Object.hasOwn(entries, place))
}
