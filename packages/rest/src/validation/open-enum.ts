import type { BaseIssue, BaseSchema } from 'valibot'
import { notOneOf } from './not-one-of.ts'
import { schema } from './schema.ts'

/** The known values, and any other text that a newer server may send. Editors still offer the known ones. */
export type OpenEnum<Value extends string> = Value | (string & {})

/** A value out of a list that grows with newer servers. In strict mode only the known ones pass. */
export function openEnum<const Value extends string>(
  values: readonly Value[],
): BaseSchema<OpenEnum<Value>, OpenEnum<Value>, BaseIssue<unknown>> {
  return schema({ type: 'string', expects: 'string', values }, (value, { strict, report }) => {
    if (typeof value !== 'string') return report('must be a string')
    if (strict && !values.includes(value as Value)) report(`is not one of ${values.join(', ')}`)
    return value
  })
}

/** A value out of a list that does not grow. `message` says so to those who pass another. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  message?: string,
): BaseSchema<Value, Value, BaseIssue<unknown>> {
  return schema({ type: 'picklist', expects: 'string', values }, (value, { report }) => {
    if (!values.includes(value as Value)) report(message ?? notOneOf(value, values))
    return value
  })
}

/** The known values of an {@link openEnum} or {@link oneOf}, for forms and docs; undefined for other schemas. */
export function enumValues(schema: object): readonly string[] | undefined {
  return (schema as { values?: readonly string[] }).values
}
