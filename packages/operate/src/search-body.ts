import { ValidationError, type ValidationIssue } from '@x/rest'
import { DATE_EXPECTED, wireDate } from './date.ts'
import { KEY_EXPECTED, readKey } from './key.ts'
import { nearestName } from './nearest-name.ts'
import type { FieldKind, SearchFields } from './search-fields.ts'

type Unchecked = Readonly<Record<string, unknown>>

/** A search request as it goes out: keys are `bigint`, which are written as raw digits. */
export type SearchBody = Record<string, unknown>

const MEMBERS = ['filter', 'size', 'sort', 'searchAfter']
const EVERYTHING = 'Operate would ignore it and give back everything'

/**
 * Checks a search query and gives the request body for it.
 *
 * Operate answers a filter that it does not understand with everything it has. So this refuses every name and every value
 * that it would ignore, in all validation modes and without a schema.
 *
 * @throws `ValidationError` with code `request_invalid` and all that was found
 */
export function searchBody(
  operation: string,
  fields: SearchFields<Record<string, unknown>>,
  query: unknown,
  rfc3339: boolean,
): SearchBody {
  const issues: ValidationIssue[] = []
  const body: SearchBody = {}
  const report = (path: string, message: string): undefined => {
    issues.push({ path, message })
  }

  if (!isObject(query)) report('', 'has to be an object, for example { filter: { ... } }')
  else {
    const { filter, size, sort, searchAfter } = query
    checkNames(query, MEMBERS, '', 'a member of a search', report)
    if (filter !== undefined) body.filter = wireFilter(filter, fields, rfc3339, report)
    if (size !== undefined) body.size = checkSize(size, report)
    if (sort !== undefined) body.sort = checkSort(sort, fields, report)
    if (searchAfter !== undefined) body.searchAfter = wireSearchAfter(searchAfter, sort, fields, report)
  }
  if (issues.length > 0) throw new ValidationError(operation, 'body', issues)
  return body
}

type Report = (path: string, message: string) => undefined

function wireFilter(filter: unknown, fields: SearchFields<Unchecked>, rfc3339: boolean, report: Report): unknown {
  if (!isObject(filter)) return report('filter', 'has to be an object of fields and the values they must have')
  const { ignored = [] } = fields
  const names = Object.keys(filter)
  checkNames(filter, [...Object.keys(fields.filter), ...ignored], 'filter.', 'a field that Operate filters by', report)
  if (names.length > 0 && names.every((name) => ignored.includes(name))) {
    report(`filter.${names[0]}`, `is not a field that Operate filters by: ${EVERYTHING}`)
  }
  const wire: SearchBody = {}
  for (const name of names) {
    const value = filter[name]
    const kind = fields.filter[name]
    if (value === undefined)
      report(`filter.${name}`, `is undefined: ${EVERYTHING}. Leave the member out if you mean that`)
    else if (value === null || value === '') report(`filter.${name}`, `is empty: ${EVERYTHING}`)
    else wire[name] = kind === undefined ? value : wireValue(value, kind, rfc3339, `filter.${name}`, report)
  }
  return wire
}

const EXPECTED: Readonly<Record<FieldKind, string>> = {
  key: KEY_EXPECTED,
  date: DATE_EXPECTED,
  text: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
}

function wireValue(value: unknown, kind: FieldKind, rfc3339: boolean, path: string, report: Report): unknown {
  if (kind === 'key') return readKey(value) ?? report(path, keyProblem(value))
  if (kind === 'date') return wireDate(value, rfc3339) ?? report(path, `has to be ${DATE_EXPECTED}`)
  if (kind === 'text' && typeof value === 'string') return value
  if (kind === 'integer' && Number.isSafeInteger(value)) return value
  if (kind === 'boolean' && typeof value === 'boolean') return value
  return report(path, `has to be ${EXPECTED[kind]}`)
}

function keyProblem(value: unknown): string {
  return typeof value === 'number'
    ? `is a number that has lost digits: it has to be ${KEY_EXPECTED}`
    : `has to be ${KEY_EXPECTED}`
}

function checkSize(size: unknown, report: Report): unknown {
  if (Number.isInteger(size) && (size as number) >= 1 && (size as number) <= 1000) return size
  return report('size', 'has to be a whole number from 1 to 1000')
}

function checkSort(sort: unknown, fields: SearchFields<Unchecked>, report: Report): unknown {
  if (!Array.isArray(sort)) return report('sort', "has to be a list, for example [{ field: 'key', order: 'DESC' }]")
  const sortable = Object.keys(fields.filter).filter((name) => !fields.unsorted?.includes(name))
  return sort.map((criterion: unknown, index) => {
    const path = `sort.${index}`
    if (!isObject(criterion)) return report(path, "has to be an object, for example { field: 'key' }")
    checkNames(criterion, ['field', 'order'], `${path}.`, 'a member of a sort criterion', report)
    const { field, order } = criterion
    if (typeof field !== 'string' || !sortable.includes(field)) {
      report(`${path}.field`, `is not a field that Operate sorts by${hint(String(field), sortable)}`)
    }
    if (order === undefined) return { field }
    if (order !== 'ASC' && order !== 'DESC') report(`${path}.order`, 'has to be ASC or DESC')
    return { field, order }
  })
}

/**
 * Sort values came as strings where they are 64-bit integers: of keys, and of dates and numbers that an item lacks, which
 * the server sorts as the largest integer. Those go back as raw digits; digits in a text field stay text.
 */
function wireSearchAfter(values: unknown, sort: unknown, fields: SearchFields<Unchecked>, report: Report): unknown {
  if (!Array.isArray(values)) return report('searchAfter', 'has to be the sortValues of the page before')
  if (values.length === 0) return report('searchAfter', 'is empty: the page that it comes from was the last')
  const sorted = Array.isArray(sort) ? sort.map((criterion) => fields.filter[criterion?.field]) : []
  const kinds = [...sorted, fields.lastSort ?? 'key']
  return values.map((value: unknown, index) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      return report(`searchAfter.${index}`, 'is a number that has lost digits: hand sortValues back unchanged')
    }
    return kinds[index] === 'text' || typeof value !== 'string' ? value : (readKey(value) ?? value)
  })
}

function checkNames(value: Unchecked, known: readonly string[], prefix: string, what: string, report: Report): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) report(`${prefix}${name}`, `is not ${what}${hint(name, known)}`)
  }
}

function hint(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names)
  return nearest === undefined ? `. There are: ${names.join(', ')}` : `. Did you mean ${nearest}?`
}

/** Lists, maps and dates have no members of their own, and an empty filter means everything. */
function isObject(value: unknown): value is Unchecked {
  return Object.prototype.toString.call(value) === '[object Object]'
}
