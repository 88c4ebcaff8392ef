import { isObject } from './list-of.ts'

/** How a scalar reads: text as it is, the rest as JSON writes it. */
export function scalarText(value: unknown): string {
  return value === undefined ? '' : String(value)
}

/** True for what can be opened: a list or an object that has something in it. */
export function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** A list or an object in a few words: `3 items`, or its first scalars. */
export function preview(value: unknown, limit = 80): string {
  if (Array.isArray(value)) return value.length === 1 ? '1 item' : `${value.length} items`
  if (!isObject(value)) return shorten(scalarText(value), limit)
  const scalars = Object.entries(value).filter(([, member]) => typeof member !== 'object' || member === null)
  if (scalars.length === 0) return membersText(Object.keys(value).length)
  return shorten(scalars.map(([name, member]) => `${name}: ${shorten(scalarText(member), 40)}`).join(', '), limit)
}

function membersText(count: number): string {
  if (count === 0) return 'empty'
  return count === 1 ? '1 member' : `${count} members`
}

/** The beginning of a text, never half of a character. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`
}
