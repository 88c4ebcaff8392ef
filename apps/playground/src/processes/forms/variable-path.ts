import { isObject } from '../../explore/answer/value/list-of.ts'

/** Returns the value of a variable at a path such as `customer.name`. */
export function valueAt(variables: object, path: string): unknown {
  return path.split('.').reduce<unknown>(memberOf, variables)
}

/** Sets the value of a variable at a path. Copies the objects on the path, because they may be shared. */
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

/** Defines a member, also one named `__proto__`: the author of a form may use any name. */
function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}
