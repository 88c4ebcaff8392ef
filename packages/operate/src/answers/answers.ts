import type { Route } from '@x/rest'
import { array, number, object, refine, schema, unknown } from '@x/rest/validation'
import type { GenericSchema, OptionalSchema } from 'valibot'
import type { SortValue } from '../types/search.ts'

/** A route with the schema of what comes back: all that the client needs, since it checks requests without schemas. */
export interface Answer extends Route {
  readonly response: GenericSchema
}

export type Answers<Verb extends string> = Readonly<Record<Verb, Answer>>

/** A member that an answer may lack. Operate leaves null members out; one that comes all the same counts as missing. */
export function maybe<Output>(
  wrapped: GenericSchema<unknown, Output>,
): OptionalSchema<GenericSchema<unknown, Output | undefined>, undefined> {
  return schema({ type: 'optional', expects: wrapped.expects as string, wrapped }, (value, { run }) =>
    value === undefined || value === null ? undefined : run(wrapped, value),
  )
}

const sortValue: GenericSchema<unknown, SortValue> = refine(
  unknown() as GenericSchema<unknown, SortValue>,
  (value) => value === null || typeof value !== 'object',
  'must be a key, a number or text',
)

/** One page of a search. */
export function page<Item>(
  item: GenericSchema<unknown, Item>,
): GenericSchema<unknown, { items: Item[]; total: number }> {
  return object({ items: array(item), total: number(), sortValues: maybe(array(sortValue)) })
}
