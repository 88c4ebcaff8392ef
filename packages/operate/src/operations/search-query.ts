import { closed, oneOf } from '@x/rest/validation'
import {
  array,
  bigint,
  boolean,
  type GenericSchema,
  integer,
  maxValue,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  regex,
  string,
  union,
  unknown,
} from 'valibot'
import type { FieldKind, SearchFields } from '../search-fields.ts'

const kinds: Readonly<Record<Exclude<FieldKind, readonly string[]>, GenericSchema>> = {
  // Unlike an answer's key it stays what it is: a `bigint` is what becomes raw digits.
  key: union([pipe(string(), regex(/^-?\d{1,19}$/)), bigint()]),
  date: string(),
  text: string(),
  integer: pipe(number(), integer()),
  boolean: boolean(),
}

const schemaOf = (kind: FieldKind): GenericSchema => (typeof kind === 'string' ? kinds[kind] : oneOf(kind))

/** The query of a search. */
export function searchQuery<Filter>(fields: SearchFields<Filter>): GenericSchema {
  const names = Object.keys(fields.filter) as (keyof Filter & string)[]
  const filter = {
    ...Object.fromEntries(names.map((name) => [name, optional(schemaOf(fields.filter[name]))])),
    ...Object.fromEntries((fields.ignored ?? []).map((name) => [name, optional(unknown())])),
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
