import { array, closed, nullish, number, object, oneOf, optional, refine, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { DATE_EXPECTED, wireDate } from '../date-filter.ts'
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

// A `Date` is text already when this is checked.
const dateFilter: GenericSchema<unknown, string> = refine(
  string(),
  (text) => wireDate(text) !== undefined,
  DATE_EXPECTED,
)

const user: GenericSchema<unknown, User> = answer<User>({ name: nullish(string()), email: nullish(string()) })

const userFilter: GenericSchema<unknown, UserFilter> = request<UserFilter>({
  name: optional(text),
  email: optional(text),
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
  created: optional(dateFilter),
  createdBy: optional(userFilter),
  updated: optional(dateFilter),
  updatedBy: optional(userFilter),
}

export const pathElement: GenericSchema<unknown, PathElement> = answer<PathElement>({ id: string(), name: string() })

const count = refine(
  refine(number(), Number.isInteger, 'must be a whole number'),
  (value) => value >= 0,
  'must be 0 or more',
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
          direction: oneOf(['ASC', 'DESC'], 'must be ASC or DESC'),
        }),
      ),
    ),
    page: optional(count),
    size: optional(refine(count, (size) => size <= 50, 'must be 50 or less')),
  })

/** A page of a search. */
export const page = <Item>(item: GenericSchema<unknown, Item>): GenericSchema<unknown, Page<Item>> =>
  answer<Page<Item>>({ items: array(item), total: number() })
