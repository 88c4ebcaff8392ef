/**
 * True for an object, of any realm, that consists of its own members only, such as a literal or parsed JSON. False for
 * values that JSON would send incomplete: class instances, `Object.create(other)`, maps, dates, arrays, and objects
 * with symbols or hidden members.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && !Object.hasOwn(prototype, 'isPrototypeOf')) return false
  return Reflect.ownKeys(value).length === Object.keys(value).length
}

/** The problem of a value that is not one. */
export const notPlain = 'must be a plain object'
