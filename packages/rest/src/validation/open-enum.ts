import { type BaseIssue, type BaseSchema, pipe, rawCheck, string } from 'valibot'
import { isStrict } from './config.ts'

/** The known values, and any other text that a newer server may send. Editors still offer the known ones. */
export type OpenEnum<Value extends string> = Value | (string & {})

const valuesOf = new WeakMap<object, readonly string[]>()

/** A value out of a list that grows with newer servers. In strict mode only the known ones pass. */
export function openEnum<const Value extends string>(
  values: readonly Value[],
): BaseSchema<OpenEnum<Value>, OpenEnum<Value>, BaseIssue<unknown>> {
  const schema = pipe(
    string(),
    rawCheck(({ dataset, config, addIssue }) => {
      if (isStrict(config) && dataset.typed && !values.includes(dataset.value as Value)) {
        addIssue({ message: `is not one of ${values.join(', ')}` })
      }
    }),
  )
  valuesOf.set(schema, values)
  return schema as BaseSchema<OpenEnum<Value>, OpenEnum<Value>, BaseIssue<unknown>>
}

/** The known values of an {@link openEnum}, for forms and docs; undefined for other schemas. */
export function enumValues(schema: object): readonly string[] | undefined {
  return valuesOf.get(schema)
}
