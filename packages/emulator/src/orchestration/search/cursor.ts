import { invalid } from '../problems.ts'
import type { Order, Place } from './order.ts'

type CursorOrder = Pick<Order<unknown>, 'sort' | 'length'>

/**
 * A cursor is the sort and the position of an item in it, as Base64 of JSON. It stays valid when the item is deleted.
 */
export function writeCursor(sort: string, place: Place): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([sort, ...place]))))
}

/** @throws {@link Problem} for an invalid cursor, or one with another sort. */
export function readCursor(cursor: string, { sort, length }: CursorOrder, name: string): Place {
  const parts = parse(cursor)
  if (Array.isArray(parts) && parts.length === length + 1 && parts[0] === sort) return parts.slice(1)
  throw invalid(`page.${name}: the cursor is not one of this search.`)
}

function parse(cursor: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(cursor), (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
