import type { DateInput, DateTime, Int } from '@x/rest'

/** One page of a search. Pages are numbered; the next page has the next number. */
export interface Page<Item> {
  items: Item[]
  /** Number of matching items on all pages together. */
  total: number
}

/** One sort criterion. */
export interface Sort<Field extends string> {
  field: Field
  direction: 'ASC' | 'DESC'
}

/** A search. All conditions of the filter must be met. */
export interface Search<Filter, SortField extends string> {
  /**
   * Only items that match every member. A member that is `null` or empty is rejected before anything is sent: the server
   * ignores such members and would return everything. A member that is `undefined` counts as left out; if no other is
   * left, the filter is rejected. To request everything, pass `{}` or leave out the filter.
   */
  filter?: Filter | undefined
  /** Sort criteria, the most important first. */
  sort?: readonly Sort<SortField>[] | undefined
  /** Page number, starting at 0. @defaultValue `0` @minimum 0 */
  page?: Int | undefined
  /** Items on a page. @defaultValue the server's 10; 50 in `searchAll` @minimum 0 @maximum 50 */
  size?: Int | undefined
}

/**
 * A date to compare with: a `Date` (equal to the millisecond), or a string.
 *
 * A string is an ISO date and time with its zone, `2026-11-20T08:15:00.000Z`; an offset without a colon is accepted. It
 * can start with a comparison (`<`, `<=`, `>`, `>=`) and end with a range: `||/y`, `||/M`, `||/w`, `||/d`, `||/h`,
 * `||/m`, `||/s` are the year, month, week, day, hour, minute or second of the date. You can combine both:
 * `>=2026-01-01T00:00:00Z||/y` is 2026 and later. Servers support comparisons and ranges since Camunda 8.4.
 *
 * @pattern /^(<=?|>=?)?\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)(\[[\w/+-]+\])?(\|\|\/[yMwdhms])?$/ must be a date and time with its zone, for example ">=2026-11-20T08:15:00Z||/d"
 */
export type DateFilter = DateInput

/** Person who created or changed something. */
export interface User {
  name?: string | null | undefined
  email?: string | null | undefined
}

/** When something was created and last changed, and by whom. */
export interface Changes {
  created?: DateTime | null | undefined
  createdBy?: User | null | undefined
  updated?: DateTime | null | undefined
  updatedBy?: User | null | undefined
}

/** Exact match of a user, for example `{ email: 'jane@example.com' }`. */
export interface UserFilter {
  name?: FilterText | undefined
  email?: FilterText | undefined
}

/** When something was created and last changed, and by whom. */
export interface ChangesFilter {
  created?: DateFilter | undefined
  createdBy?: UserFilter | undefined
  updated?: DateFilter | undefined
  updatedBy?: UserFilter | undefined
}

/** A name that the server accepts. @minLength 1 @maxLength 255 */
export type Name = string

/** An id that the server assigned. @minLength 1 @maxLength 255 */
export type Id = string

/** A string to filter by. @minLength 1 */
export type FilterText = string
