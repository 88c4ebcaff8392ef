import { isLost } from './json-loss.ts'
import { isPlainObject, notPlain } from './plain-object.ts'
import type { Route } from './route.ts'
import { refusePart } from './validation-error.ts'

/**
 * Rejects a filter that matches more than it seems to: servers ignore members without a value, so a variable that is
 * undefined by mistake would match everything.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkFilter(route: Route, body: unknown): void {
  const { id, paging, bulk } = route
  const filter = paging || bulk ? readFilter(route, body) : {}
  // The v1 APIs also ignore an empty string.
  const isV1 = paging === 'searchAfter' || paging === 'page'
  const hole = Object.keys(filter).length > 0 && findHole(filter, 'filter', isV1)
  if (hole)
    refusePart(id, 'body', hole, 'has no value, so the server would ignore it. Leave it out if that is intended')
}

/**
 * The same for resources with operations that change everything their filter matches; these reject an empty filter.
 *
 * @param everything - True if the caller intends it.
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkBulkFilter(route: Route, body: unknown, everything?: boolean): void {
  const { id, bulk } = route
  if (bulk) {
    if (everything === true) return
    const given = Object.entries(readFilter(route, body)).filter(([, value]) => value !== undefined)
    const overridden = bulk === true ? [] : bulk.split(',')
    if (given.every(([name]) => overridden.includes(name))) {
      const [path, problem] = given[0]
        ? [`filter.${given[0][0]}`, 'has no effect here, and there is no other condition']
        : ['filter', 'is empty']
      const hint = 'Everything would be changed. Pass the option `everything: true` if that is intended'
      refusePart(id, 'body', path, `${problem}. ${hint}`)
    }
  }
  checkFilter(route, body)
}

function readFilter({ id }: Route, body: unknown): object {
  const { filter = {} } = Object(body) as { filter?: unknown }
  return isPlainObject(filter) ? filter : refusePart(id, 'body', 'filter', notPlain)
}

/**
 * Returns the path of a condition that servers ignore, such as an empty list, or that JSON leaves out. An alternative
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
