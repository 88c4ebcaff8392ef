import type { Operation } from '@x/rest'
import type { GenericSchema } from 'valibot'
import type { Field, Member } from './field.ts'
import { isDateName, isLongTextName } from './member-names.ts'

/** What an operation asks for. */
export interface OperationFields {
  /** Path parameters, in the order of the path. */
  readonly params: readonly Member[]
  /** The body or query, where it takes one. */
  readonly input?: { readonly part: 'body' | 'query'; readonly field: Field } | undefined
}

export function operationFields(operation: Operation): OperationFields {
  const { params = {}, takes } = operation
  const schema = takes && operation[takes]
  return {
    params: Object.entries(params).map(([name, param]) => member(name, param)),
    // A row without a schema takes anything.
    input: takes && { part: takes, field: schema ? schemaField(schema) : { kind: 'json' } },
  }
}

/** The members that valibot's schemas of all kinds may have, and those of `@x/rest/validation`, which are made alike. */
interface SchemaParts {
  readonly type: string
  readonly wrapped?: SchemaParts
  readonly entries?: Readonly<Record<string, SchemaParts>>
  readonly item?: SchemaParts
  readonly value?: SchemaParts
  readonly options?: readonly (SchemaParts | string)[]
  /** The known values of an open or closed list of the house's own. */
  readonly values?: readonly string[]
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

/** The field by which a value of this schema is asked for. `name` helps where a schema says no more than that it is text. */
export function schemaField(schema: GenericSchema | SchemaParts, name = ''): Field {
  const parts = unwrap(schema as SchemaParts)
  switch (parts.type) {
    case 'string':
      return textField(parts, name)
    case 'key':
    case 'bigint':
      return { kind: 'key' }
    case 'number':
      return numberField(parts)
    case 'boolean':
      return { kind: 'boolean' }
    case 'picklist':
      return { kind: 'choice', values: parts.values ?? (parts.options as readonly string[]) }
    case 'union':
      return unionField(parts.options as readonly SchemaParts[], name)
    case 'array':
      return { kind: 'array', item: schemaField(parts.item as SchemaParts, name) }
    case 'record':
      return { kind: 'record', value: schemaField(parts.value as SchemaParts) }
    default:
      if (!parts.entries) return { kind: 'json' }
      return { kind: 'object', members: Object.entries(parts.entries).map(([key, value]) => member(key, value)) }
  }
}

/** Types of schemas whose member may be left out. */
const MAY_LACK: ReadonlySet<string> = new Set(['optional', 'exact_optional', 'nullish', 'undefinedable'])

function member(name: string, schema: GenericSchema | SchemaParts): Member {
  return { name, isRequired: !MAY_LACK.has(schema.type), field: schemaField(schema, name) }
}

/** What an optional, nullable or refined schema is about. */
function unwrap(schema: SchemaParts): SchemaParts {
  return schema.wrapped ? unwrap(schema.wrapped) : schema
}

function textField({ values }: SchemaParts, name: string): Field {
  if (values) return { kind: 'text', values }
  if (isDateName(name)) return { kind: 'date' }
  return isLongTextName(name) ? { kind: 'text', isLong: true } : { kind: 'text' }
}

function numberField({ pipe = [] }: SchemaParts): Field {
  const limit = (type: string): number | undefined => {
    const requirement = pipe.find((action) => action.type === type)?.requirement
    return typeof requirement === 'number' ? requirement : undefined
  }
  const isInteger = pipe.some(({ type }) => type === 'integer') || undefined
  return { kind: 'number', min: limit('min_value'), max: limit('max_value'), isInteger }
}

function unionField(options: readonly SchemaParts[], name: string): Field {
  const types = options.map((option) => unwrap(option).type)
  // The two ways to write a key; beside other scalars its text is text.
  if (types.includes('bigint') && types.every((type) => type === 'string' || type === 'bigint')) return { kind: 'key' }
  const fields = options.map((option) => schemaField(option, name))
  const hasText = fields.some(({ kind }) => kind === 'text')
  return { kind: 'union', options: hasText ? fields.filter(({ kind }) => kind !== 'key') : fields }
}
