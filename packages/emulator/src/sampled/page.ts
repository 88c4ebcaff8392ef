import type { Shape } from '@x/rest/shapes'
import { Problem } from '../problem.ts'
import type { Members } from './members.ts'

/** How many items a sampled search finds, and how many of them are on a page by default. */
const TOTAL = 5
const SIZE = 3

/** One page of the items that a search finds. */
export interface PageWindow {
  readonly from: number
  readonly to: number
  /** The response's information about the page. */
  readonly info: Members
}

/** The shape of the items, for a response that is a page. */
export function itemOf(shape: Shape): Shape | undefined {
  const items = memberOf(shape, 'page') && memberOf(shape, 'items')
  return items?.kind === 'array' ? items.item : undefined
}

/** Returns the requested page, by cursor or by position. @throws {@link Problem} for an invalid cursor. */
export function pageOf(body: unknown): PageWindow {
  const { limit, from, after, before } = Object(Object(body).page) as Members
  const size = number(limit, SIZE)
  const end = before === undefined ? undefined : readCursor(before)
  const start = after === undefined ? number(from, 0) : readCursor(after) + 1
  return end === undefined ? window(start, start + size) : window(Math.max(end - size, 0), end)
}

function window(from: number, end: number): PageWindow {
  const to = Math.max(Math.min(end, TOTAL), from)
  const info = {
    totalItems: TOTAL,
    hasMoreTotalItems: false,
    startCursor: from < to ? writeCursor(from) : null,
    endCursor: from < to ? writeCursor(to - 1) : null,
  }
  return { from, to, info }
}

function memberOf(shape: Shape, name: string): Shape | undefined {
  return shape.kind === 'object' ? shape.members.find((member) => member.name === name)?.shape : undefined
}

const number = (value: unknown, fallback: number): number => (value === undefined ? fallback : Number(value))

/** A cursor is the position of an item. Callers must not interpret it. */
const writeCursor = (index: number): string => btoa(`item ${index}`)

function readCursor(cursor: unknown): number {
  for (let index = 0; index < TOTAL; index++) if (cursor === writeCursor(index)) return index
  throw new Problem(400, 'page: the cursor is not one of this search.')
}
