import { invalid } from '../problems.ts'
import type { Place } from './order.ts'

/** A cursor is the position of an item as Base64 of JSON. It stays valid when the item is deleted. */
export function writeCursor(place: Place): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(place))))
}

/** @throws {@link Problem} for an invalid cursor, or one with another sort. */
export function readCursor(cursor: string, length: number, name: string): Place {
  const place = parse(cursor)
  if (Array.isArray(place) && place.length === length) return place
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
