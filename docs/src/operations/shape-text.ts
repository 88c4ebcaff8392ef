import type { EnumShape, Limits, ObjectShape, RecordShape, Shape, UnionShape } from '@x/rest/shapes'
import type { DeclaredType } from './declared-type.ts'

/** An object without a name is described by its members, of which these many are named. */
const MOST_MEMBERS = 5

/** Describes a shape: `list of \`Job\``, `string or null`. {@link valuesOf} has the values of an enumeration. */
export function shapeText(shape: Shape, type?: DeclaredType): string {
  switch (shape.kind) {
    case 'nullable':
      return `${shapeText(shape.shape, type)} or null`
    case 'array':
      return `list of ${shapeText(shape.item, type?.item)}`
    case 'record':
      return recordText(shape, type)
    case 'union':
      return unionText(shape, optionTypes(type, shape))
    case 'enum':
      return shape.values.join('') === '' ? 'empty string' : 'enum'
    case 'object':
      return objectText(shape, type?.name ?? shape.name)
    case 'text':
    case 'longText':
      return 'string'
    case 'secret':
      return 'string, secret'
    case 'bytes':
      return '`Blob` or `File`'
    case 'unknown':
      return type?.literal ?? (type?.name ? `\`${type.name}\`, not checked` : 'any JSON value')
    case 'ignored':
      return 'ignored by the server'
    default:
      return shape.kind
  }
}

function objectText(shape: ObjectShape, name: string | undefined): string {
  const names = shape.members.map((member) => member.name)
  if (isConditions(shape)) return `\`{ ${names.join(', ')} }\``
  if (names.length === 0) return '`{}`'
  if (name !== undefined) return `\`${name}\``
  return `\`{ ${names.slice(0, MOST_MEMBERS).join(', ')}${names.length > MOST_MEMBERS ? ', …' : ''} }\``
}

function unionText({ options }: UnionShape, types: readonly (DeclaredType | undefined)[]): string {
  return [...new Set(options.map((one, index) => shapeText(one, types[index])))].join(' or ')
}

function recordText({ value }: RecordShape, type: DeclaredType | undefined): string {
  if (value.kind === 'unknown') return 'JSON object'
  const [text, ...notes] = shapeText(value, type?.value).replaceAll('`', '').split(', secret')
  return `\`{ [name]: ${text} }\`${notes.length > 0 ? ', secret' : ''}`
}

/** Returns the declared type of each option of a union: for an object, the next one with the same members. */
function optionTypes(type: DeclaredType | undefined, { options }: UnionShape): (DeclaredType | undefined)[] {
  const left = [...(type?.options ?? [])]
  return options.map((option) => {
    if (option.kind !== 'object') return type
    const names = option.members.map(({ name }) => name)
    const found = left.findIndex(({ memberNames }) => {
      return memberNames?.length === names.length && names.every((name) => memberNames.includes(name))
    })
    return found < 0 ? undefined : left.splice(found, 1)[0]
  })
}

/** Whether an object is conditions of a filter on one field, such as `{ $in: [...] }`. */
const isConditions = ({ members }: ObjectShape): boolean =>
  members.every(({ name }) => name.startsWith('$')) && members.length > 0

/** Limits of a value, such as `1 to 100`. */
export function limitsOf(shape: Shape): string | undefined {
  const { min, max } = shape as Limits
  const unit = shape.kind === 'array' ? ' items' : /^(number|integer|bigint)$/.test(shape.kind) ? '' : ' characters'
  if (min === undefined && max === undefined) return undefined
  if (min === 1 && max === undefined && unit !== '') return 'not empty'
  if (min === undefined) return `up to ${max}${unit}`
  return max === undefined ? `at least ${min}${unit}` : `${min} to ${max}${unit}`
}

/** The enumeration that a shape is or contains. */
export function valuesOf(shape: Shape): EnumShape | undefined {
  switch (shape.kind) {
    case 'enum':
      return shape
    case 'nullable':
      return valuesOf(shape.shape)
    case 'array':
      return valuesOf(shape.item)
    case 'union':
      return shape.options.map(valuesOf).find((found) => found !== undefined)
    default:
      return undefined
  }
}

/** An object with its declared type. */
export interface Content {
  readonly object: ObjectShape
  readonly type: DeclaredType | undefined
  /** Where it is in the value: `[]` in an array, `[name]` in an object with any names. */
  readonly suffix: string
}

/** The objects that a value is or contains; several for a union. Conditions such as `$in` do not count. */
export function contentsOf(shape: Shape, type: DeclaredType | undefined, suffix = ''): readonly Content[] {
  switch (shape.kind) {
    case 'object':
      return isConditions(shape) || shape.members.length === 0 ? [] : [{ object: shape, type, suffix }]
    case 'nullable':
      return contentsOf(shape.shape, type, suffix)
    case 'array':
      return contentsOf(shape.item, type?.item, `${suffix}[]`)
    case 'record':
      return contentsOf(shape.value, type?.value, `${suffix}[name]`)
    case 'union': {
      const types = optionTypes(type, shape)
      return shape.options.flatMap((one, index) => contentsOf(one, types[index], suffix))
    }
    default:
      return []
  }
}
