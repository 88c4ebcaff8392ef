import { isObject } from '../../explore/answer/value/list-of.ts'

/** Returns what a variable holds at a path such as `customer.name`. */
export function valueAt(variables: object, path: string): unknown {
  return path.split('.').reduce<unknown>(memberOf, variables)
}

/** Sets what a variable holds at a path. Objects on the way are copied first: they may be somebody else's. */
export function setAt(variables: object, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() as string
  let place = variables
  for (const name of names) {
    const member = memberOf(place, name)
    const next = isObject(member) ? { ...member } : {}
    define(place, name, next)
    place = next
  }
  define(place, last, value)
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Defines a member. Works for a name such as `__proto__`, too: the author of a form may use any. */
function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}
