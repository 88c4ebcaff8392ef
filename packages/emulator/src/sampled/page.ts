import type { Operation, Shape } from '@x/rest/shapes'
import { Problem } from '../problem.ts'
import type { Members } from './members.ts'

/** How many items a sampled search finds, and how many of them are on a page unless the request says otherwise. */
const TOTAL = 5
const SIZE = 3

/** A part of the items that a search finds. */
export interface PageWindow {
  readonly from: number
  readonly to: number
  /** What the response says of the page. */
  readonly info: Members
}

/** The shape of the items where a response has a list of them. */
export function itemOf(shape: Shape): Shape | undefined {
  const items = memberOf(shape, 'items')
  return items?.kind === 'array' ? items.item : undefined
}

/** The page that a request asks for; undefined for a response without pages. @throws {@link Problem} for a wrong cursor. */
export function pageOf({ paging }: Operation, response: Shape, body: unknown): PageWindow | undefined {
  const request = Object(body) as Members
  switch (paging ?? (memberOf(response, 'page') && 'cursor')) {
    case 'cursor':
    case 'offset':
      return readPage(Object(request.page) as Members)
    case 'page': {
      const size = number(request.size, SIZE)
      return window(number(request.page, 0) * size, size, () => ({ total: TOTAL }))
    }
    case 'searchAfter': {
      const [after] = [request.searchAfter].flat()
      return window(after === undefined ? 0 : number(after, 0) + 1, number(request.size, SIZE), (_from, to) => ({
        total: TOTAL,
        sortValues: [to - 1],
      }))
    }
    default:
      return undefined
  }
}

function readPage({ limit, from, after, before }: Members): PageWindow {
  const size = number(limit, SIZE)
  const end = before === undefined ? undefined : readCursor(before)
  const start = after === undefined ? number(from, 0) : readCursor(after) + 1
  const begin = end === undefined ? start : Math.max(end - size, 0)
  return window(begin, end === undefined ? size : end - begin, (from, to) => ({
    totalItems: TOTAL,
    hasMoreTotalItems: false,
    startCursor: from < to ? writeCursor(from) : null,
    endCursor: from < to ? writeCursor(to - 1) : null,
  }))
}

function window(from: number, size: number, info: (from: number, to: number) => PageWindow['info']): PageWindow {
  const to = Math.max(Math.min(from + size, TOTAL), from)
  return { from, to, info: info(from, to) }
}

/** A bare list has no total: nothing comes after it. */
export function partOf(list: readonly unknown[], body: unknown): readonly unknown[] {
  const { pageSize, searchAfter } = Object(body) as Members
  return searchAfter === undefined ? list.slice(0, number(pageSize, list.length)) : []
}

function memberOf(shape: Shape, name: string): Shape | undefined {
  return shape.kind === 'object' ? shape.members.find((member) => member.name === name)?.shape : undefined
}

const number = (value: unknown, fallback: number): number => (value === undefined ? fallback : Number(value))

/** A cursor is the place of an item, not to be read by callers. */
const writeCursor = (index: number): string => btoa(`item ${index}`)

function readCursor(cursor: unknown): number {
  for (let index = 0; index < TOTAL; index++) if (cursor === writeCursor(index)) return index
  throw new Problem(400, 'page: the cursor is not one of this search.')
}
