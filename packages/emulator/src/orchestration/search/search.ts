import type { Shape } from '@x/rest/shapes'
import type { Members } from '../../sampled/members.ts'
import type { Call } from '../handler.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { createFilter, filterShapeOf } from './filter.ts'
import { firstOf } from './first.ts'
import { createOrder, type Order, type SortCriterion } from './order.ts'
import { MOST, type PageRequest, readPageRequest } from './page-request.ts'
import type { Searchable } from './searchable.ts'

/** A page as the server sends it. */
export interface SearchPage<Item> {
  readonly items: readonly Item[]
  readonly page: {
    readonly totalItems: number
    readonly hasMoreTotalItems: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/** The request of a search, and what the caller may read. */
export type SearchCall = Pick<Call, 'operation' | 'body' | 'isReadable'>

/** The body of a search, validated by the shape of its operation. */
interface SearchBody {
  readonly filter?: Members | undefined
  readonly sort?: readonly SortCriterion[] | undefined
  readonly page?: Members | undefined
}

/**
 * Runs any search of the API: finds the matching items, sorts them, and returns the requested page.
 *
 * @throws {@link Problem} for an invalid page, a cursor of another search, and a malformed date.
 */
export function search<Item>(call: SearchCall, searchable: Searchable<Item>): SearchPage<Item> {
  const { operation, body, isReadable } = call
  const { body: schema, response } = operation
  const { filter = {}, sort = [], page } = Object(body) as SearchBody
  const request = readPageRequest(page)
  const matches = createFilter(filterShapeOf(operation), filter, searchable)
  const items = memberOf(response?.shape, 'items')
  const order = createOrder(items?.kind === 'array' ? items.item : { kind: 'unknown' }, sort, searchable)
  const isOfAll = isReadable === undefined && sort.length === 0 && Object.values(filter).every(isNothing)
  const { selected, total } = (isOfAll && pageOfAll(request, order, searchable)) || found()
  function found(): Selection<Item> {
    const matching = [...searchable.items(filter)].filter(matches)
    const readable = isReadable === undefined ? matching : matching.filter(isReadable)
    return { selected: select(readable, request, order), total: readable.length }
  }
  const hasCursors = memberOf(memberOf(schema?.shape, 'page'), 'after') !== undefined
  const cursorOf = (item: Item | undefined): string | null =>
    item === undefined || !hasCursors ? null : writeCursor(order.sort, order.placeOf(item))
  return {
    items: selected,
    page: {
      totalItems: Math.min(total, MOST),
      hasMoreTotalItems: total > MOST,
      startCursor: cursorOf(selected[0]),
      endCursor: cursorOf(selected.at(-1)),
    },
  }
}

interface Selection<Item> {
  readonly selected: readonly Item[]
  readonly total: number
}

const isNothing = (operand: unknown): boolean => operand === undefined || operand === null

/** A page of all records, without reading the others. Undefined if the records cannot be read in this order. */
function pageOfAll<Item>(
  { limit, from, after, before }: PageRequest,
  order: Order<Item>,
  { inKeyOrder, size }: Searchable<Item>,
): Selection<Item> | undefined {
  if (inKeyOrder === undefined || size === undefined || before !== undefined) return undefined
  const [key] = after === undefined ? [] : readCursor(after, order, 'after')
  const selected: Item[] = []
  let skipped = 0
  for (const item of inKeyOrder(key as string | undefined)) {
    if (selected.length === limit) break
    if (skipped < from) skipped += 1
    else selected.push(item)
  }
  return { selected, total: size }
}

function select<Item>(found: readonly Item[], request: PageRequest, order: Order<Item>): readonly Item[] {
  const { limit, from, after, before } = request
  if (before !== undefined) {
    const end = readCursor(before, order, 'before')
    const earlier = found.filter((item) => order.compareTo(item, end) < 0)
    return firstOf(earlier, limit, (a, b) => order.compare(b, a)).reverse()
  }
  const start = after === undefined ? undefined : readCursor(after, order, 'after')
  const later = start === undefined ? found : found.filter((item) => order.compareTo(item, start) > 0)
  return firstOf(later, from + limit, order.compare).slice(from)
}

function memberOf(shape: Shape | undefined, name: string): Shape | undefined {
  return shape?.kind === 'object' ? shape.members.find((member) => member.name === name)?.shape : undefined
}
