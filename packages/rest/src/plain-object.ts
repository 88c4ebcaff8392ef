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

/** Says what is wrong with a value that is not a plain object. */
export function notPlain(value: unknown): string {
  const alike = Object.prototype.toString.call(value) === '[object Object]'
  return `must be ${alike ? 'a plain object, without getters, symbols or inherited members' : 'an object'}`
}
