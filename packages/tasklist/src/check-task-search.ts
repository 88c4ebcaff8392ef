import { refusePart } from '@x/rest'

/** The members of a search that are not conditions. */
const others = /^(pageSize|sort|includeVariables|search(After|Before)(OrEqual)?)$/

/**
 * Rejects a search that would match more than it seems to: the server ignores a condition without a value, and returns
 * everything if none is left.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkTaskSearch(operation: string, search: object): void {
  const refuse = (path: string, message: string): never => refusePart(operation, 'body', path, message)
  const conditions = Object.entries(search).filter(([name]) => !others.test(name))
  for (const [name, value] of conditions) {
    if (isEmpty(value)) refuse(name, 'has no value, so the server would ignore it. Leave it out if that is intended')
  }
  const [first] = conditions
  if (first && conditions.every(([, value]) => value === undefined)) {
    refuse(first[0], 'is undefined, and there is no other condition. Leave it out if everything is intended')
  }
}

/** True for values that the server ignores: null, an empty string, and a range or comparison without an end. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true
  if (typeof value !== 'object' || Array.isArray(value)) return false
  return Object.values(value).every((member) => member === undefined || member === null)
}
