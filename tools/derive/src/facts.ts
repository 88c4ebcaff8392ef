import type { Lifetime } from '@x/rest'
import type { Shape } from '@x/rest/shapes'
import type { Described } from './described.ts'

/** One statement about an operation. */
export interface Fact extends Lifetime {
  /** Classes of values: `text`, `number`, `object`. `any` if nothing is specified. */
  readonly kinds: readonly string[]
  readonly isOptional?: boolean | undefined
  readonly isNullable?: boolean | undefined
}

/** Facts by place, such as `POST /jobs/activation >.worker`. Names of types are ignored. */
export type Facts = ReadonlyMap<string, Fact>

/** Flattens operations into facts. */
export function facts(operations: readonly Described[]): Facts {
  const found = new Map<string, Fact>()
  for (const operation of operations) {
    const { returns, since, params, query, body, form, response } = operation
    const place = `${operation.method} ${operation.path.replace(/\{[^}]+\}/g, '{}')}`
    found.set(place, { kinds: [`operation returning ${returns}`], since })
    for (const [index, shape] of params.entries()) flatten(shape, `${place} {${index + 1}}`, {}, found, [])
    if (query) flatten(query, `${place} ?`, {}, found, [])
    if (body) flatten(body, `${place} >`, {}, found, [])
    if (form) flatten(form, `${place} >>`, {}, found, [])
    if (response) flatten(response, `${place} <`, {}, found, [])
  }
  return found
}

type Presence = Pick<Fact, 'isOptional' | keyof Lifetime>

function flatten(
  shape: Shape,
  place: string,
  presence: Presence,
  found: Map<string, Fact>,
  outer: readonly Shape[],
): void {
  const { plain, isNullable } = parts(shape)
  const kinds = [...new Set(plain.map(kindOf))].sort()
  found.set(place, { kinds, isNullable, ...presence })
  for (const part of plain) {
    if (outer.includes(part)) continue
    const inner = [...outer, part]
    if (part.kind === 'array') flatten(part.item, `${place}[]`, {}, found, inner)
    if (part.kind === 'object' && part.empty) found.set(`${place}{}`, { kinds: ['any'] })
    if (part.kind === 'record') flatten(part.value, `${place}{}`, {}, found, inner)
    if (part.kind === 'enum') {
      for (const value of part.values) found.set(`${place}=${value}`, { kinds: ['value'], ...part.lifetimes?.[value] })
    }
  }
  const objects = plain.filter((part) => part.kind === 'object').filter((part) => !outer.includes(part))
  const names = new Set(objects.flatMap(({ members }) => members.map(({ name }) => name)))
  for (const name of names) {
    const members = objects.flatMap(({ members }) => members.filter((member) => member.name === name))
    const [first] = members
    if (!first) continue
    const { since, until, deprecated } = first
    // In a union of objects, members that not all of them require are optional.
    const isRequired = members.every(({ presence }) => presence === undefined || presence === 'insisted')
    const isOptional = !isRequired || members.length < plain.length
    const shape: Shape =
      members.length === 1 ? first.shape : { kind: 'union', options: members.map(({ shape }) => shape) }
    flatten(shape, `${place}.${name}`, { isOptional, since, until, deprecated }, found, [...outer, ...objects])
  }
}

/** Returns the options of a shape, without nested unions. */
function parts(shape: Shape): { readonly plain: readonly Shape[]; readonly isNullable: boolean } {
  if (shape.kind === 'nullable') return { ...parts(shape.shape), isNullable: true }
  if (shape.kind === 'null') return { plain: [], isNullable: true }
  if (shape.kind !== 'union') return { plain: [shape], isNullable: false }
  const options = shape.options.map(parts)
  return { plain: options.flatMap(({ plain }) => plain), isNullable: options.some(({ isNullable }) => isNullable) }
}

function kindOf({ kind }: Shape): string {
  switch (kind) {
    case 'unknown':
    case 'ignored':
      return 'any'
    case 'integer':
      return 'number'
    case 'longText':
    case 'secret':
    case 'email':
    case 'date':
    case 'enum':
      return 'text'
    case 'record':
      return 'object'
    default:
      return kind
  }
}
