import { isPlainObject, notPlain } from './plain-object.ts'
import type { Route } from './route.ts'
import { refusePart } from './validation-error.ts'

const everythingHint = 'Everything would be changed: pass the option `everything: true` if you mean that'

/**
 * Rejects a filter that matches everything without saying so: servers ignore members without a value, so a variable that
 * is undefined by mistake would find, or change, all there is.
 *
 * @param everything - True if the caller means it; a change of many needs that where its filter is empty or left out.
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkFilter({ id, paging, bulk }: Route, body: unknown, everything?: boolean): void {
  if (bulk ? everything === true : !paging) return
  const { filter } = Object(body) as { filter?: unknown }
  const refuse = (path: string, message: string): never => refusePart(id, 'body', path, message)
  if (filter !== undefined && !isPlainObject(filter)) refuse('filter', notPlain)
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== undefined)
  const overridden = typeof bulk === 'string' ? bulk.split(',') : []
  if (bulk && given.every(([name]) => overridden.includes(name))) {
    const [without] = given[0] ?? []
    if (without) refuse(`filter.${without}`, `has no effect here, and nothing else filters. ${everythingHint}`)
    refuse('filter', `is empty. ${everythingHint}`)
  }
  // The v1 APIs ignore an empty text too.
  const isV1 = paging === 'searchAfter' || paging === 'page'
  const hole = Object.keys(filter ?? {}).length > 0 && findHole(filter, 'filter', isV1)
  if (hole) refuse(hole, 'has no value, so the server would ignore it. Leave it out if you mean that')
}

/**
 * Returns the path of a condition that servers ignore, as they do an empty list, or that JSON leaves out. An alternative
 * without conditions matches everything.
 */
function findHole(value: unknown, path: string, isV1: boolean): string | undefined {
  if (value === null || (value === '' && isV1) || isLost(value)) return path
  if (!isPlainObject(value) && !Array.isArray(value)) return undefined
  const members = Object.entries(value)
  const given = members.filter(([, member]) => member !== undefined)
  if (given.length === 0) return members[0] ? `${path}.${members[0][0]}` : path
  for (const [name, member] of given) {
    const hole = findHole(member, `${path}.${name}`, isV1)
    if (hole) return hole
  }
  return undefined
}

/** True for what JSON writes as null or not at all. */
function isLost(value: unknown): boolean {
  return /^(function|symbol)$/.test(typeof value) || (typeof value === 'number' && !Number.isFinite(value))
}
