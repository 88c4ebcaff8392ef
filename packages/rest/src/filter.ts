import { isPlainObject } from './plain-object.ts'
import type { Route } from './route.ts'
import { ValidationError } from './validation-error.ts'

/**
 * Rejects a filter that matches everything without saying so: servers ignore members without a value, so a variable that
 * is undefined by mistake would find, or change, all there is.
 *
 * @param everything - True if the caller means it, where the operation changes all that its filter matches.
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkFilter({ id, paging, bulk }: Route, body: unknown, everything?: boolean): void {
  if (bulk ? everything === true : !paging) return
  const { filter } = Object(body) as { filter?: unknown }
  // The v1 APIs ignore an empty text too.
  const isV1 = paging === 'searchAfter' || paging === 'page'
  const refuse = (path: string, message: string): never => {
    throw new ValidationError(id, 'body', [{ path, message }])
  }
  const visit = (conditions: unknown, path: string): void => {
    for (const [name, value] of Object.entries(isPlainObject(conditions) ? conditions : {})) {
      if (value !== undefined && matchesAll(value, name, isV1)) {
        const problem = name === '$or' ? 'matches everything' : 'has no value, so the server would ignore it'
        refuse(`${path}.${name}`, `${problem}. Leave it out if you mean that`)
      }
      if (name === '$or' && Array.isArray(value)) {
        for (const [index, alternative] of value.entries()) visit(alternative, `${path}.$or.${index}`)
      }
    }
  }
  visit(filter, 'filter')
  const values = isPlainObject(filter) ? Object.values(filter) : []
  if (values.some((value) => value !== undefined)) return
  if (bulk) {
    refuse('filter', 'is empty, so everything would be changed. Pass the option `everything: true` if you mean that')
  }
  if (values.length > 0) {
    const [name] = Object.keys(filter as object)
    refuse(`filter.${name}`, 'is undefined, and nothing else filters. Leave `filter` out if you mean everything')
  }
}

/** Whether a condition holds for everything, or the server would ignore it, as it does an empty list. */
function matchesAll(value: unknown, name: string, isV1: boolean): boolean {
  if (value === undefined || value === null || (value === '' && isV1)) return true
  if (Array.isArray(value)) {
    const each = (item: unknown): boolean => matchesAll(item, '', false)
    return name === '$or' ? value.length === 0 || value.some(each) : value.every(each)
  }
  return isPlainObject(value) && Object.entries(value).every(([name, member]) => matchesAll(member, name, false))
}
