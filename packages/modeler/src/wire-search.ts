import { isPlainObject, notPlain, ValidationError } from '@x/rest'
import { DATE_EXPECTED, wireDate } from './date-filter.ts'

type Refuse = (path: string, message: string) => never

const EVERYTHING = 'the server would find everything'
const dates = new Set(['filter.created', 'filter.updated'])

/**
 * Gives a search as it is sent: dates as text, without the members that are undefined. Refuses a filter with a hole, also
 * when validation is off: the server ignores `null`, `''` and `{}`, so it would find, and let a careless script delete,
 * everybody's files.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function wireSearch(operation: string, search: unknown): object {
  const refuse: Refuse = (path, message) => {
    throw new ValidationError(operation, 'body', [{ path, message }])
  }
  if (!isPlainObject(search)) return refuse('', notPlain(search))
  if (search.filter === undefined) return search
  return { ...search, filter: wireFilter(search.filter, 'filter', refuse) }
}

function wireFilter(filter: unknown, path: string, refuse: Refuse): object {
  if (!isPlainObject(filter)) return refuse(path, notPlain(filter))
  const names = Object.keys(filter)
  const set = names.filter((name) => filter[name] !== undefined)
  if (names.length > 0 && set.length === 0) {
    refuse(`${path}.${names[0]}`, `is undefined, and nothing else filters: ${EVERYTHING}`)
  }
  return Object.fromEntries(
    set.map((name) => {
      const value = filter[name]
      const at = `${path}.${name}`
      if (dates.has(at)) return [name, wireDate(value) ?? refuse(at, DATE_EXPECTED)]
      // Objects in filters are users, by name and address.
      const isUser = path === 'filter' && typeof value === 'object' && value !== null && !Array.isArray(value)
      const sent = isUser ? wireFilter(value, at, refuse) : value
      if (isNothing(sent)) refuse(at, `has no value: ${EVERYTHING}`)
      return [name, sent]
    }),
  )
}

/** True for what the server ignores, and for what JSON makes that of. */
function isNothing(value: unknown): boolean {
  if (typeof value === 'object') return value === null || (!Array.isArray(value) && Object.keys(value).length === 0)
  if (typeof value === 'number') return !Number.isFinite(value)
  return value === '' || typeof value === 'function' || typeof value === 'symbol'
}
