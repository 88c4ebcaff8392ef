import { isPlainObject, notPlain } from './plain-object.ts'
import type { Route } from './route.ts'
import { ValidationError } from './validation-error.ts'

/**
 * Rejects a filter that matches everything without saying so: servers ignore members without a value, so a variable that
 * is undefined by mistake would find, or change, all there is.
 *
 * @param everything - True if the caller means it; a change of many needs that where its filter is empty or left out.
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkFilter({ id, paging, bulk }: Route, body: unknown, everything?: boolean): void {
  if (!paging && !bulk) return
  const { filter } = Object(body) as { filter?: unknown }
  const refuse = (path: string, message: string): never => {
    throw new ValidationError(id, 'body', [{ path, message }])
  }
  if (filter !== undefined && !isPlainObject(filter)) refuse('filter', notPlain(filter))
  const members = isPlainObject(filter) ? Object.entries(filter) : []
  const [without] = members.find(([, value]) => value !== undefined && isEmpty(value, paging !== 'cursor')) ?? []
  if (without) refuse(`filter.${without}`, 'has no value, so the server would ignore it. Leave it out if you mean that')
  const isOpen = members.every(([, value]) => value === undefined)
  if (bulk && isOpen && everything !== true) {
    refuse('filter', 'is empty, so everything would be changed. Pass the option `everything: true` if you mean that')
  }
  if (!bulk && isOpen && members[0]) {
    refuse(
      `filter.${members[0][0]}`,
      'is undefined, and nothing else filters. Leave `filter` out if you mean everything',
    )
  }
}

/** Whether a condition holds for everything. The v1 APIs ignore an empty text too. */
function isEmpty(value: unknown, textCounts: boolean): boolean {
  if (value === undefined || value === null || (value === '' && textCounts)) return true
  return isPlainObject(value) && Object.values(value).every((member) => isEmpty(member, false))
}
