import {
  array,
  closed,
  exactOptional,
  nullish,
  number,
  object,
  oneOf,
  optional,
  refine,
  string,
} from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { Changes, ChangesFilter, User, UserFilter } from '../types/changes.ts'
import type { PathElement } from '../types/file.ts'
import type { Page, Search, Sort } from '../types/search.ts'

/** What goes in and out of the operations of one resource, by the name of the operation. */
export type Schemas<Routes> = {
  readonly [Verb in keyof Routes]?: {
    readonly body?: GenericSchema
    readonly response?: GenericSchema
  }
}

/** A schema for each member of an interface, none forgotten: the compiler holds the table and the types together. */
export type Entries<Shape> = { readonly [Name in keyof Required<Shape>]: GenericSchema<unknown, Shape[Name]> }

/** An object that we send: misspelt members are refused. */
export const request = <Shape>(entries: Entries<Shape>): GenericSchema<unknown, Shape> =>
  closed(entries) as unknown as GenericSchema<unknown, Shape>

/** An object of an answer: further members pass, except in strict mode. */
export const answer = <Shape>(entries: Entries<Shape>): GenericSchema<unknown, Shape> =>
  object(entries) as unknown as GenericSchema<unknown, Shape>

/** Text that must not be empty: an id, a filter. */
export const text: GenericSchema<unknown, string> = refine(string(), Boolean, 'is empty')

const shortText = (): GenericSchema<unknown, string> =>
  refine(text, ({ length }) => length <= 255, 'is longer than 255 characters')

/** A name as the server allows it. */
export const name: GenericSchema<unknown, string> = shortText()

export const id: GenericSchema<unknown, string> = shortText()

const ZONED_DATE_TIME =
  /^(<=?|>=?)?\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)(\[[\w/+-]+\])?(\|\|\/[yMwdhms])?$/

// A `Date` is text already when this is checked.
const dateFilter: GenericSchema<unknown, string> = refine(
  string(),
  (text) => ZONED_DATE_TIME.test(text),
  'is not a date with time and zone such as ">=2026-11-20T08:15:00Z||/d"',
)

const user: GenericSchema<unknown, User> = answer<User>({ name: nullish(string()), email: nullish(string()) })

const userFilter: GenericSchema<unknown, UserFilter> = request<UserFilter>({
  name: exactOptional(text),
  email: exactOptional(text),
})

/** Who and when, of an answer. */
export const changes: Entries<Changes> = {
  created: nullish(string()),
  createdBy: nullish(user),
  updated: nullish(string()),
  updatedBy: nullish(user),
}

/** Who and when, of a filter. */
export const changesFilter: Entries<ChangesFilter> = {
  created: exactOptional(dateFilter),
  createdBy: exactOptional(userFilter),
  updated: exactOptional(dateFilter),
  updatedBy: exactOptional(userFilter),
}

export const pathElement: GenericSchema<unknown, PathElement> = answer<PathElement>({ id: string(), name: string() })

const count = refine(
  refine(number(), Number.isInteger, 'has to be a whole number'),
  (value) => value >= 0,
  'has to be 0 or more',
)

/** The body of a search by these filters, sortable by these fields. */
export const search = <Filter, Field extends string>(
  filter: Entries<Filter>,
  fields: readonly Field[],
): GenericSchema<unknown, Search<Filter, Field>> =>
  request<Search<Filter, Field>>({
    filter: optional(request(filter)),
    sort: optional(
      array(
        request<Sort<Field>>({
          field: oneOf(fields, `cannot be sorted by; possible are ${fields.join(', ')}`),
          direction: oneOf(['ASC', 'DESC'], 'has to be ASC or DESC'),
        }),
      ),
    ),
    page: optional(count),
    size: optional(refine(count, (size) => size <= 50, 'has to be 50 or less')),
  })

/** A page of a search. */
export const page = <Item>(item: GenericSchema<unknown, Item>): GenericSchema<unknown, Page<Item>> =>
  answer<Page<Item>>({ items: array(item), total: number() })
