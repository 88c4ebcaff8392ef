import * as v from 'valibot'
import { datePattern } from './date-time.ts'
import type { Schema } from './shapes/schema.ts'
import type { ArrayShape, EnumShape, Member, ObjectShape, ScalarShape, Shape } from './shapes/shape.ts'

/** The members of an object as valibot schemas. */
export type Entries = Readonly<Record<string, v.GenericSchema>>

/**
 * Converts the schema of an operation to a valibot schema, created with valibot's own functions: pick from it, extend
 * it, or use it in a form library. Keys of responses are returned as strings.
 *
 * @example
 * ```ts
 * import { createSchema, createShapeReader } from '@x/rest/shapes'
 * import { toValibot } from '@x/rest/valibot'
 * import * as v from 'valibot'
 *
 * const read = createShapeReader({ File: 'name:s(1..255),content:l' })
 * const file = v.parse(toValibot(createSchema(read('File'), 'request')), { name: 'order', content: xml })
 * ```
 */
export function toValibot<Output>(schema: Schema<Output>): v.GenericSchema<unknown, Output> {
  return createConverter(schema.side === 'request')(schema.shape) as v.GenericSchema<unknown, Output>
}

/**
 * Converts the schema of an object, like {@link toValibot}. The result has `entries`, so `v.pick`, `v.omit`,
 * `v.partial` and spreading its `entries` work.
 *
 * @throws `TypeError` if the schema does not describe an object
 * @example
 * ```ts
 * import { createSchema, createShapeReader } from '@x/rest/shapes'
 * import { toValibotObject } from '@x/rest/valibot'
 * import * as v from 'valibot'
 *
 * const read = createShapeReader({ File: 'name:s(1..255),content:l' })
 * const body = toValibotObject(createSchema(read('File'), 'request'))
 * const form = v.object({ ...v.pick(body, ['name']).entries, confirmed: v.literal(true) })
 * ```
 */
export function toValibotObject(schema: Schema): v.LooseObjectSchema<Entries, undefined> {
  if (schema.shape.kind !== 'object') throw new TypeError('The schema does not describe an object. Use toValibot.')
  return toValibot(schema) as unknown as v.LooseObjectSchema<Entries, undefined>
}

function createConverter(isRequest: boolean): (shape: Shape) => v.GenericSchema {
  const made = new Map<ObjectShape, v.GenericSchema>()
  const open = new Set<ObjectShape>()

  function convert(shape: Shape): v.GenericSchema {
    switch (shape.kind) {
      case 'object':
        return convertObject(shape)
      case 'array':
        return convertArray(shape)
      case 'record':
        return v.record(v.string(), convert(shape.value))
      case 'union':
        return v.union(shape.options.map(convert))
      case 'nullable':
        return v.nullable(convert(shape.shape))
      case 'enum':
        return convertEnum(shape)
      default:
        return convertScalar(shape)
    }
  }

  function convertObject(shape: ObjectShape): v.GenericSchema {
    // A type that contains itself.
    if (open.has(shape)) return v.lazy(() => made.get(shape) as v.GenericSchema)
    const known = made.get(shape)
    if (known) return known
    open.add(shape)
    const entries = Object.fromEntries(shape.members.map((member) => [member.name, convertMember(member)]))
    open.delete(shape)
    const isClosed = shape.empty || (isRequest && !shape.loose)
    const schema = isClosed ? v.strictObject(entries) : v.looseObject(entries)
    made.set(shape, schema)
    return schema
  }

  function convertMember({ presence, shape }: Member): v.GenericSchema {
    const schema = convert(shape)
    if (presence === 'exact') return v.exactOptional(schema)
    if (presence !== 'optional') return schema
    return isRequest || shape.kind === 'nullable' ? v.optional(schema) : v.nullish(schema)
  }

  function convertArray(shape: ArrayShape): v.GenericSchema {
    const schema = v.array(convert(shape.item))
    if (!isRequest) return schema
    return v.pipe(schema, v.minLength(shape.min ?? 0), v.maxLength(shape.max ?? Number.POSITIVE_INFINITY))
  }

  function convertEnum({ values, open }: EnumShape): v.GenericSchema {
    return open || !isRequest ? v.string() : v.picklist(values)
  }

  function convertScalar(shape: ScalarShape): v.GenericSchema {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = shape
    switch (shape.kind) {
      case 'unknown':
      case 'ignored':
        return v.unknown()
      case 'null':
        return v.null_()
      case 'boolean':
        return v.boolean()
      case 'bigint':
        return v.bigint()
      case 'bytes':
        return v.blob()
      case 'key': {
        const digits = v.pipe(v.string(), v.regex(/^-?\d{1,19}$/))
        const key = v.union([digits, v.bigint(), v.pipe(v.number(), v.safeInteger())])
        return isRequest ? key : v.pipe(key, v.transform(String))
      }
      case 'number':
        return isRequest ? v.pipe(v.number(), v.minValue(min), v.maxValue(max)) : v.number()
      case 'integer':
        return isRequest ? v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)) : v.number()
      default:
        return convertText(shape)
    }
  }

  function convertText({
    kind,
    min = 0,
    max = Number.POSITIVE_INFINITY,
    pattern = kind === 'date' ? datePattern : undefined,
    message,
  }: ScalarShape): v.GenericSchema {
    if (!isRequest) return v.string()
    const limited = v.pipe(v.string(), v.minLength(min), v.maxLength(max))
    const text = pattern === undefined ? limited : v.pipe(limited, v.regex(new RegExp(pattern), message))
    if (kind !== 'date') return text
    const isoText = v.pipe(
      v.date(),
      v.transform((date) => date.toISOString()),
    )
    return v.union([text, v.pipe(isoText, text)])
  }

  return convert
}
