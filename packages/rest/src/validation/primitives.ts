import type {
  ArraySchema,
  BooleanSchema,
  ExactOptionalSchema,
  GenericSchema,
  NullishSchema,
  NumberSchema,
  OptionalSchema,
  RecordSchema,
  StringSchema,
  UnionSchema,
  UnknownSchema,
} from 'valibot'
import { isPlainObject, notPlain } from '../plain-object.ts'
import { schema } from './schema.ts'

// valibot's schemas of the same names, as far as the tables use them.

const scalar = <Schema extends GenericSchema>(type: Schema['type']): Schema =>
  schema({ type, expects: type }, (value, { report }) =>
    // NaN and the infinities are numbers, and null in JSON.
    typeof value === type && (type !== 'number' || Number.isFinite(value)) ? value : report(`must be a ${type}`),
  )

export const string = (): StringSchema<undefined> => scalar('string')
export const number = (): NumberSchema<undefined> => scalar('number')
export const boolean = (): BooleanSchema<undefined> => scalar('boolean')
export const unknown = (): UnknownSchema => schema({ type: 'unknown', expects: 'unknown' }, (value) => value)

const unless = <Schema extends GenericSchema>(
  type: Schema['type'],
  wrapped: GenericSchema,
  passes: (value: unknown) => boolean,
): Schema =>
  schema({ type, expects: wrapped.expects as string, wrapped }, (value, { run }) =>
    passes(value) ? value : run(wrapped, value),
  )

/** A member that may be missing or undefined. */
export const optional = <Wrapped extends GenericSchema>(wrapped: Wrapped): OptionalSchema<Wrapped, undefined> =>
  unless('optional', wrapped, (value) => value === undefined)

/** A member that may be missing, but not undefined. */
export const exactOptional = <Wrapped extends GenericSchema>(
  wrapped: Wrapped,
): ExactOptionalSchema<Wrapped, undefined> => unless('exact_optional', wrapped, () => false)

/** A member that may be missing, undefined or null. */
export const nullish = <Wrapped extends GenericSchema>(wrapped: Wrapped): NullishSchema<Wrapped, undefined> =>
  unless('nullish', wrapped, (value) => value === undefined || value === null)

export const array = <Item extends GenericSchema>(item: Item): ArraySchema<Item, undefined> =>
  schema({ type: 'array', expects: 'Array', item }, (value, { report, run, isEnough }) => {
    if (!Array.isArray(value)) return report('must be an array')
    const items: unknown[] = []
    for (let index = 0; index < value.length && !isEnough(); index++) items.push(run(item, value[index], index))
    return items
  })

/** Any names, with values of one kind. */
export const record = <Value extends GenericSchema>(
  value: Value,
): RecordSchema<StringSchema<undefined>, Value, undefined> =>
  schema({ type: 'record', expects: 'Object', value }, (input, { report, run, isEnough }) => {
    if (!isPlainObject(input)) return report(notPlain(input))
    return Object.fromEntries(
      Object.entries(input).map(([name, one]) => [name, isEnough() ? one : run(value, one, name)]),
    )
  })

/** What fits the first of these that it fits. */
export const union = <const Options extends readonly GenericSchema[]>(
  options: Options,
): UnionSchema<[...Options], undefined> => {
  const expects = [...new Set(options.map((option) => option.expects))].join(' or ')
  return schema({ type: 'union', expects, options }, (value, { strict, report, run }) => {
    for (const option of options) {
      const result = option['~run']({ value }, { strict } as object)
      if (!result.issues) return run(option, value)
    }
    return report(`must be ${expects}`)
  })
}
