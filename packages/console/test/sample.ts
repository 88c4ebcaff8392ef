import { enumValues } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'

/** What of a valibot schema tells how to make a value for it. */
interface Described {
  readonly type: string
  readonly entries?: Record<string, GenericSchema>
  readonly item?: GenericSchema
  readonly wrapped?: GenericSchema
  readonly options?: readonly GenericSchema[]
  readonly value?: GenericSchema
}

/** Strings that have to have a form. */
const texts: Record<string, string> = { schedule: '0 3 * * *', ip: '203.0.113.0/24, 198.51.100.7/32' }

/** A value that fits a schema, with all optional members. `name` makes texts differ from each other. */
export function sample(schema: GenericSchema, name = 'text'): unknown {
  const known = enumValues(schema)
  if (known) return known[0]
  const { type, entries, item, wrapped, options, value } = schema as unknown as Described
  switch (type) {
    case 'loose_object':
      return Object.fromEntries(Object.entries(entries ?? {}).map(([key, one]) => [key, sample(one, key)]))
    case 'array':
      return [sample(item as GenericSchema, name)]
    case 'optional':
    case 'exact_optional':
      return sample(wrapped as GenericSchema, name)
    case 'union':
      return sample(options?.[0] as GenericSchema, name)
    case 'record':
      return { NAME: sample(value as GenericSchema, name) }
    case 'string':
      return texts[name] ?? `${name} ü`
    case 'number':
      return 7
    case 'boolean':
      return true
    case 'unknown':
      return { any: [name] }
    default:
      throw new Error(`no sample for a schema of type ${type}`)
  }
}
