/**
 * True for an object whose own members are all there is to it, in any realm, as literals and parsed JSON are. False for
 * what JSON would send as less than it seems to hold: instances of classes, `Object.create(other)`, maps, dates, arrays,
 * and objects with symbols or hidden members.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && !Object.hasOwn(prototype, 'isPrototypeOf')) return false
  return Reflect.ownKeys(value).length === Object.keys(value).length
}

/** What is wrong with a value that is not one. */
export const notPlain = 'must be a plain object'
