import { Problem } from '../problem.ts'
import { type BodyChecks, type Check, flag, integer, isObject, optional, text } from './body.ts'
import { readDateFilter } from './date-filter.ts'
import { validationFailed } from './problem.ts'

export type FieldKind = 'text' | 'integer' | 'flag' | 'date' | 'user' | 'path'

/** The members of an entity in JSON that a search can filter by. */
export type SearchFields = Readonly<Record<string, FieldKind>>

export type Item = Readonly<Record<string, unknown>>
type Matcher = (item: Item) => boolean

interface Sort {
  readonly field: string
  readonly direction: 'ASC' | 'DESC'
}

interface SearchBody {
  readonly filter?: Item
  readonly sort?: readonly Sort[]
  readonly page?: number
  readonly size?: number
}

const sortList: Check = (value) => {
  const wellFormed =
    Array.isArray(value) &&
    value.every(
      (sort) => isObject(sort) && typeof sort.field === 'string' && ['ASC', 'DESC'].includes(sort.direction as string),
    )
  return wellFormed ? undefined : 'must be a list of field and direction (ASC or DESC)'
}

/** Members of the body of every search. */
export const searchChecks: BodyChecks = {
  filter: optional((value) => (isObject(value) ? undefined : 'must be an object')),
  sort: optional(sortList),
  page: optional(integer(0)),
  size: optional(integer(0, 50)),
}

/**
 * Returns one page of the matching items, in the requested order, or by default in the order of their creation.
 *
 * Like the server, it ignores filter members that the entity does not have.
 *
 * @param unsortable - fields that can be filtered by, but not sorted by.
 * @throws `Problem` 400 for a filter value of the wrong type, and for a field that cannot be sorted by.
 */
export function search(
  items: Iterable<Item>,
  fields: SearchFields,
  body: unknown,
  unsortable: readonly string[] = [],
): { readonly items: readonly Item[]; readonly total: number } {
  const { filter = {}, sort = [], page = 0, size = 10 } = body as SearchBody
  const matchers = readFilter(fields, filter)
  for (const { field } of sort) {
    if (!Object.hasOwn(fields, field) || unsortable.includes(field)) {
      throw new Problem(400, `Sorting by ${field} is not supported.`)
    }
  }
  const found = [...items]
    .filter((item) => matchers.every((matches) => matches(item)))
    .toSorted((a, b) => compare(fields, sort, a, b))
  return { items: found.slice(page * size, (page + 1) * size), total: found.length }
}

function readFilter(fields: SearchFields, filter: Item): Matcher[] {
  const matchers: Matcher[] = []
  const errors: string[] = []
  for (const [field, kind] of Object.entries(fields)) {
    const wanted = filter[field]
    if (wanted === undefined || wanted === null) continue
    const matches = MATCHERS[kind](wanted)
    if (typeof matches === 'string') errors.push(`filter.${field}: '${matches}'`)
    else matchers.push((item) => matches(item[field]))
  }
  if (errors.length > 0) throw validationFailed(errors)
  return matchers
}

/** By type: returns a test of an item's member, or what is wrong with the requested value. */
const MATCHERS: Readonly<Record<FieldKind, (wanted: unknown) => ((actual: unknown) => boolean) | string>> = {
  text: (wanted) => text(wanted) ?? ((actual) => actual === wanted),
  integer: (wanted) => integer()(wanted) ?? ((actual) => actual === wanted),
  flag: (wanted) => flag(wanted) ?? ((actual) => actual === wanted),
  date: (wanted) => {
    const matches = typeof wanted === 'string' ? readDateFilter(wanted) : undefined
    return matches ? (actual) => matches(Date.parse(String(actual))) : 'must be a date with time and zone'
  },
  user: (wanted) =>
    isObject(wanted) ? (actual) => hasMembers(actual, wanted, ['name', 'email']) : 'must be an object',
  path: (wanted) => {
    if (!Array.isArray(wanted) || !wanted.every(isObject)) return 'must be a list of objects'
    return (actual) =>
      Array.isArray(actual) &&
      actual.length === wanted.length &&
      actual.every((element, index) => hasMembers(element, wanted[index] ?? {}, ['id', 'name']))
  },
}

/** Whether an object has the requested values. */
function hasMembers(actual: unknown, wanted: Item, names: readonly string[]): boolean {
  return isObject(actual) && names.every((name) => (wanted[name] ?? actual[name]) === actual[name])
}

function compare(fields: SearchFields, sort: readonly Sort[], a: Item, b: Item): number {
  for (const { field, direction } of sort) {
    const left = sortKey(fields, field, a)
    const right = sortKey(fields, field, b)
    if (left === right) continue
    // As in the server's database, a missing value is greater than any other.
    const greater = left === undefined || (right !== undefined && left > right)
    return greater === (direction === 'ASC') ? 1 : -1
  }
  return 0
}

/** People are sorted by name. Dates are text in one format, so sorting the text sorts the dates. */
function sortKey(fields: SearchFields, field: string, item: Item): string | number | boolean | undefined {
  const value = item[field]
  const key = fields[field] === 'user' && isObject(value) ? value.name : value
  return key as string | number | boolean | undefined
}
