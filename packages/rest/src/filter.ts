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
  if (bulk ? everything === true : !paging) return
  // The v1 APIs ignore an empty text too.
  const isV1 = paging === 'searchAfter' || paging === 'page'
  const { filter } = Object(body) as { filter?: unknown }
  const refuse = (path: string, message: string): never => {
    throw new ValidationError(id, 'body', [{ path, message }])
  }
  if (filter !== undefined && !isPlainObject(filter)) refuse('filter', notPlain(filter))
  const members: [string, unknown][] = Object.entries(filter ?? {})
  const given = members.filter(([, value]) => value !== undefined)
  const overridden = typeof bulk === 'string' ? bulk.split(',') : []
  const hole = findHole(given, 'filter', isV1)
  if (hole) refuse(hole, 'has no value, so the server would ignore it. Leave it out if you mean that')
  const isOpen = given.every(([name]) => overridden.includes(name))
  if (bulk && given[0] && isOpen) {
    refuse(
      `filter.${given[0][0]}`,
      'has no effect here, and nothing else filters, so everything would be changed. Pass the option `everything: true` if you mean that',
    )
  }
  if (bulk && isOpen) {
    refuse('filter', 'is empty, so everything would be changed. Pass the option `everything: true` if you mean that')
  }
  if (!bulk && isOpen && members[0]) {
    refuse(
      `filter.${members[0][0]}`,
      'is undefined, and nothing else filters. Leave `filter` out if you mean everything',
    )
  }
}

/**
 * Returns the path of a condition that servers ignore, as they do an empty list, or that JSON leaves out. An alternative
 * without conditions matches everything.
 */
function findHole(members: readonly [string, unknown][], path: string, isV1: boolean): string | undefined {
  for (const [name, value] of members) {
    const at = `${path}.${name}`
    if (value === null || (value === '' && isV1) || isLost(value)) return at
    if (!isPlainObject(value) && !Array.isArray(value)) continue
    const inner = Object.entries(value)
    const given = inner.filter(([, member]) => member !== undefined)
    if (given.length === 0) return inner[0] ? `${at}.${inner[0][0]}` : at
    const hole = findHole(given, at, isV1)
    if (hole) return hole
  }
  return undefined
}

/** True for what JSON writes as null or not at all. */
function isLost(value: unknown): boolean {
  return /^(function|symbol)$/.test(typeof value) || (typeof value === 'number' && !Number.isFinite(value))
}
