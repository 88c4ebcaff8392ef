import type { Limits, Member, ObjectShape, Shape } from '@x/rest/shapes'
import { isNewer } from './compare.ts'
import { nameOf } from './read-openapi.ts'

/** Collects the references of a file's types while they are written. */
export interface Writer {
  /** Names of `@x/rest`. */
  readonly rest: Set<string>
  /** Declares a named type unless it is declared, and returns its name. */
  declare(name: string, text: (writer: Writer) => string, shape?: Shape): string
  /** Members that are newer than this are marked. */
  readonly since?: string | undefined
}

/** Writes a shape as a TypeScript type, with the names of its description. */
export function writeType(shape: Shape, writer: Writer): string {
  const use = (name: string): string => {
    writer.rest.add(name)
    return name
  }
  switch (shape.kind) {
    case 'object':
      return writeObject(shape, writer)
    case 'array':
      return `readonly ${wrapped(writeType(shape.item, writer))}[]`
    case 'record':
      return shape.value.kind === 'unknown' ? use('JsonObject') : `Record<string, ${writeType(shape.value, writer)}>`
    case 'nullable':
      return `${writeType(shape.shape, writer)} | null`
    case 'union':
      return writeUnion(shape.options, shape, writer)
    case 'enum': {
      const name = nameOf(shape)
      const values = shape.values.map((value) => `'${value}'`).join(' | ')
      return name
        ? writer.declare(
            name,
            (writer) => {
              writer.rest.add('OpenEnum')
              return `export type ${name} = OpenEnum<${values}>\n`
            },
            shape,
          )
        : `${use('OpenEnum')}<${values}>`
    }
    case 'key':
      return `${use('Key')}<'${nameOf(shape) ?? 'Key'}'>`
    case 'date':
      return use('DateTime')
    case 'integer':
      return use('Int')
    case 'email':
      return use('Email')
    case 'secret':
      return use('SecretText')
    case 'bytes':
      return 'Blob'
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'null':
      return shape.kind
    case 'unknown':
    case 'ignored':
      return 'unknown'
    default:
      return 'string'
  }
}

function wrapped(text: string): string {
  return /[ |]/.test(text) && !/^[\w]+<.*>$/.test(text) ? `(${text})` : text
}

function writeObject(shape: ObjectShape, writer: Writer): string {
  const generic = writeSearch(shape, writer)
  if (generic) return generic
  const name = nameOf(shape) ?? shape.name
  const members = (writer: Writer): string => shape.members.map((member) => writeMember(member, writer)).join('\n')
  return name
    ? writer.declare(name, (writer) => `export interface ${name} {\n${members(writer)}\n}\n`, shape)
    : `{\n${members(writer)}\n}`
}

/** Recognizes the pages and searches of the v2 APIs, if they match the types of `@x/rest`. */
function writeSearch({ members }: ObjectShape, writer: Writer): string | undefined {
  const find = (name: string): Shape | undefined => members.find((member) => member.name === name)?.shape
  const [items, page, filter, sort] = ['items', 'page', 'filter', 'sort'].map(find)
  const names = namesOf({ kind: 'object', members })
  if (names === 'items,page' && items?.kind === 'array' && namesOf(page) === pageInfo) {
    writer.rest.add('Page')
    return `Page<${writeType(items.item, writer)}>`
  }
  const field =
    sort?.kind === 'array' && sort.item.kind === 'object' && sort.item.members.find(({ name }) => name === 'field')
  const isSearch =
    names === 'filter,page,sort' && members.every(({ presence }) => presence) && namesOf(page) === pageRequest
  if (!isSearch || !filter || !field || field.shape.kind !== 'enum') return undefined
  writer.rest.add('Search')
  const filterType = writeType(filter, writer)
  const values = field.shape.values.map((value) => `'${value}'`).join(' | ')
  const sortName = `${filterType.replace(/Filter$/, '')}SortField`
  const sortType = writer.declare(sortName, () => `export type ${sortName} = ${values}\n`, field.shape)
  return `Search<${filterType}, ${sortType}>`
}

const pageInfo = 'endCursor,hasMoreTotalItems,startCursor,totalItems'
const pageRequest = 'after,before,from,limit'

/** Returns the names of all members of an object, or of the objects of a union. */
function namesOf(shape: Shape | undefined): string | undefined {
  const objects = shape?.kind === 'union' ? shape.options : [shape]
  const names = objects.flatMap((object) => (object?.kind === 'object' ? object.members.map(({ name }) => name) : []))
  return [...new Set(names)].sort().join()
}

function writeUnion(options: readonly Shape[], shape: Shape, writer: Writer): string {
  const filter = writeFilter(options, writer)
  if (filter) return filter
  const text = (writer: Writer): string => [...new Set(options.map((option) => writeType(option, writer)))].join(' | ')
  const name = nameOf(shape)
  return name ? writer.declare(name, (writer) => `export type ${name} = ${text(writer)}\n`, shape) : text(writer)
}

/** Recognizes a value or conditions on it, if the conditions are those of the types of `@x/rest`. */
function writeFilter(options: readonly Shape[], writer: Writer): string | undefined {
  const conditions = options.find((option) => option.kind === 'object')
  const value = options.find((option) => option.kind !== 'object')
  if (options.length !== 2 || !value) return undefined
  const [name, names] = filters[value.kind] ?? []
  if (!name || namesOf(conditions) !== names) return undefined
  writer.rest.add(name)
  return /^(Enum|Key)Filter$/.test(name) ? `${name}<${writeType(value, writer)}>` : name
}

const ordered = '$eq,$exists,$gt,$gte,$in,$lt,$lte,$neq'
const filters: Readonly<Record<string, readonly [name: string, conditions: string]>> = {
  enum: ['EnumFilter', '$eq,$exists,$in,$like,$neq'],
  key: ['KeyFilter', '$eq,$exists,$in,$neq,$notIn'],
  date: ['DateFilter', ordered],
  integer: ['NumberFilter', ordered],
  text: ['TextFilter', '$eq,$exists,$in,$like,$neq,$notIn'],
}

/** Writes a member with its tags. */
export function writeMember({ name, shape, presence, since, deprecated }: Member, writer: Writer): string {
  const isNew = since !== undefined && isNewer(since, writer.since ?? '')
  const tags = [...writeLimits(shape), ...(isNew ? [`@since ${since}`] : []), ...(deprecated ? ['@deprecated'] : [])]
  const doc = tags.length > 0 ? `  /** ${tags.join(' ')} */\n` : ''
  const quoted = /^[\w$]+$/.test(name) ? name : `'${name}'`
  const type = writeType(shape, writer)
  // Older servers do not know it, so it is optional.
  return `${doc}  readonly ${quoted}${presence || isNew ? `?: ${type} | undefined` : `: ${type}`}`
}

function writeLimits(shape: Shape): string[] {
  if (shape.kind === 'nullable') return writeLimits(shape.shape)
  const { min, max } = shape as Limits
  const [low, high] =
    shape.kind === 'array'
      ? ['minItems', 'maxItems']
      : /^(number|integer)$/.test(shape.kind)
        ? ['minimum', 'maximum']
        : ['minLength', 'maxLength']
  return [...(min === undefined ? [] : [`@${low} ${min}`]), ...(max === undefined ? [] : [`@${high} ${max}`])]
}
