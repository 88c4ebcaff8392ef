import { closed, object } from '@x/rest/validation'
import {
  array,
  bigint,
  boolean,
  exactOptional,
  type GenericSchema,
  integer,
  maxValue,
  minValue,
  nullable,
  number,
  type OptionalSchema,
  optional,
  picklist,
  pipe,
  regex,
  string,
  transform,
  union,
  unknown,
} from 'valibot'
import type { FieldKind, SearchFields } from '../search-fields.ts'
import type { SortValue } from '../types/search.ts'

/** A member that an answer may lack. Operate leaves null members out; one that comes all the same counts as missing. */
export function maybe<Output>(
  schema: GenericSchema<unknown, Output>,
): OptionalSchema<GenericSchema<unknown, Output | undefined>, undefined> {
  return optional(
    pipe(
      nullable(schema),
      transform((value) => value ?? undefined),
    ),
  )
}

const sortValue: GenericSchema<unknown, SortValue> = nullable(union([string(), number(), boolean()]))

/** One page of a search. */
export function page<Item>(
  item: GenericSchema<unknown, Item>,
): GenericSchema<unknown, { items: Item[]; total: number }> {
  return object({ items: array(item), total: number(), sortValues: maybe(array(sortValue)) })
}

/**
 * A key as it goes out. Unlike an answer's it stays what it is: the client has made a `bigint` of it, which is what
 * becomes raw digits.
 */
const sentKey: GenericSchema = union([pipe(string(), regex(/^-?\d{1,19}$/)), bigint()])

const kinds: Readonly<Record<FieldKind, GenericSchema>> = {
  key: sentKey,
  date: string(),
  text: string(),
  integer: pipe(number(), integer()),
  boolean: boolean(),
}

/** The query of a search. `values` has the fields whose values are known, for forms to offer. */
export function searchQuery<Filter>(
  fields: SearchFields<Filter>,
  values: Partial<Readonly<Record<keyof Filter, GenericSchema>>> = {},
): GenericSchema {
  const names = Object.keys(fields.filter) as (keyof Filter & string)[]
  const filter = {
    ...Object.fromEntries(names.map((name) => [name, exactOptional(values[name] ?? kinds[fields.filter[name]])])),
    ...Object.fromEntries((fields.ignored ?? []).map((name) => [name, exactOptional(unknown())])),
  }
  const field = picklist(names.filter((name) => !fields.unsorted?.includes(name)))
  const order = optional(picklist(['ASC', 'DESC']))
  return closed({
    filter: optional(closed(filter)),
    size: optional(pipe(number(), integer(), minValue(1), maxValue(1000))),
    sort: optional(array(closed({ field, order }))),
    searchAfter: optional(array(nullable(union([string(), number(), boolean(), bigint()])))),
  })
}
