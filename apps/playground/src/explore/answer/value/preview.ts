import { isObject } from './list-of.ts'

/** Returns a scalar as text: text unchanged, other values as JSON. */
export function scalarText(value: unknown): string {
  return value === undefined ? '' : String(value)
}

/** True for a list or an object that is not empty. */
export function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** Returns a short description of a list or an object: `3 items`, or its first scalars. */
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

/** Returns the beginning of a text, without splitting a character. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`
}
