import { isPlainObject, nearestName, notOneOf, notPlain, ValidationError, type ValidationIssue } from '@x/rest'
import { DATE_EXPECTED, wireDate } from './date.ts'
import { KEY_EXPECTED, readKey } from './key.ts'
import type { FieldKind, SearchFields } from './search-fields.ts'

type Unchecked = Readonly<Record<string, unknown>>
type Fields = SearchFields<Unchecked>
type Report = (path: string, message: string) => undefined

const IGNORED = 'Operate would ignore it and return everything'

/**
 * Checks a search query and gives the request body for it, with keys as `bigint`, which go out as raw digits.
 *
 * Operate answers a filter that it does not understand with everything it has. So this refuses every name and every value
 * that it would ignore, in all validation modes and without a schema.
 *
 * @throws `ValidationError` with code `request_invalid` and all that was found
 */
export function searchBody(operation: string, fields: Fields, query: unknown, rfc3339: boolean): object {
  const issues: ValidationIssue[] = []
  const report: Report = (path, message) => {
    issues.push({ path, message })
    return undefined
  }
  const body: Record<string, unknown> = {}
  if (!isPlainObject(query)) report('', notPlain(query))
  else {
    const { filter, size, sort, searchAfter } = query
    checkNames(query, ['filter', 'size', 'sort', 'searchAfter'], '', report)
    if (filter !== undefined) body.filter = wireFilter(filter, fields, rfc3339, report)
    if (size !== undefined) body.size = checkSize(size, report)
    if (sort !== undefined) body.sort = checkSort(sort, fields, report)
    if (searchAfter !== undefined) body.searchAfter = wireSearchAfter(searchAfter, sort, fields, report)
  }
  if (issues.length > 0) throw new ValidationError(operation, 'body', issues)
  return body
}

function wireFilter(filter: unknown, fields: Fields, rfc3339: boolean, report: Report): unknown {
  if (!isPlainObject(filter)) return report('filter', notPlain(filter))
  const { ignored = [] } = fields
  checkNames(filter, [...Object.keys(fields.filter), ...ignored], 'filter.', report)
  const all = Object.keys(filter)
  const names = all.filter((name) => filter[name] !== undefined)
  if (all.length > 0 && names.length === 0) {
    report(
      `filter.${all[0]}`,
      `has no value: nothing else filters, and Operate would return everything. Leave \`filter\` out if you mean that`,
    )
  } else if (names.length > 0 && names.every((name) => ignored.includes(name))) {
    report(`filter.${names[0]}`, `does not filter: ${IGNORED}`)
  }
  return Object.fromEntries(
    names.map((name) => {
      const value = filter[name]
      const path = `filter.${name}`
      if (value === null || value === '') {
        return [name, report(path, `has no value: ${IGNORED}. Leave it out if you mean that`)]
      }
      return [name, wireValue(value, fields.filter[name], rfc3339, path, report)]
    }),
  )
}

/** How the values of each kind are written on the wire (undefined: not at all), and what a value must be for that. */
const kinds: Readonly<Record<string, readonly [(value: unknown, rfc3339: boolean) => unknown, expected: string]>> = {
  key: [readKey, KEY_EXPECTED],
  date: [wireDate, DATE_EXPECTED],
  text: [(value) => (typeof value === 'string' ? value : undefined), 'text'],
  integer: [(value) => (Number.isSafeInteger(value) ? value : undefined), 'a whole number'],
  boolean: [(value) => (typeof value === 'boolean' ? value : undefined), 'true or false'],
}

/** A value in the form of its kind; as it is where the field has none. */
function wireValue(
  value: unknown,
  kind: FieldKind | undefined,
  rfc3339: boolean,
  path: string,
  report: Report,
): unknown {
  if (Array.isArray(kind)) return kind.includes(value as string) ? value : report(path, notOneOf(value, kind))
  const how = kinds[kind as string]
  return how ? (how[0](value, rfc3339) ?? report(path, `must be ${how[1]}`)) : value
}

function checkSize(size: unknown, report: Report): unknown {
  if (Number.isInteger(size) && (size as number) >= 1 && (size as number) <= 1000) return size
  return report('size', 'must be a whole number from 1 to 1000')
}

function checkSort(sort: unknown, fields: Fields, report: Report): unknown {
  if (!Array.isArray(sort)) return report('sort', 'must be an array')
  const sortable = Object.keys(fields.filter).filter((name) => !fields.unsorted?.includes(name))
  return sort.map((criterion: unknown, index) => {
    const path = `sort.${index}.`
    if (!isPlainObject(criterion)) return report(`sort.${index}`, notPlain(criterion))
    checkNames(criterion, ['field', 'order'], path, report)
    const { field, order = 'ASC' } = criterion
    if (!sortable.includes(field as string)) report(`${path}field`, `is not sortable${hint(String(field), sortable)}`)
    if (order !== 'ASC' && order !== 'DESC') report(`${path}order`, 'must be ASC or DESC')
    return { field, order }
  })
}

/**
 * Sort values came as strings where they are 64-bit integers: of keys, and of dates and numbers that an item lacks, which
 * the server sorts as the largest integer. Those go back as raw digits; digits in a text field stay text.
 */
function wireSearchAfter(values: unknown, sort: unknown, fields: Fields, report: Report): unknown {
  if (!Array.isArray(values)) return report('searchAfter', 'must be the sortValues of the page before')
  if (values.length === 0) return report('searchAfter', 'is empty: the page before was the last')
  const sorted = Array.isArray(sort) ? sort.map((criterion) => fields.filter[criterion?.field]) : []
  const sortKinds = [...sorted, fields.lastSort ?? 'key']
  return values.map((value: unknown, index) => {
    if (sortKinds[index] !== 'text' && typeof value === 'string') return readKey(value) ?? value
    const isScalar = value === null || ['string', 'bigint', 'boolean'].includes(typeof value)
    if (isScalar || Number.isSafeInteger(value)) return value
    return report(`searchAfter.${index}`, 'has changed: hand sortValues back as they came')
  })
}

function checkNames(value: Unchecked, known: readonly string[], prefix: string, report: Report): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) report(prefix + name, `is not known: ${IGNORED}${hint(name, known)}`)
  }
}

function hint(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names)
  return nearest === undefined ? '' : `. Did you mean ${nearest}?`
}
