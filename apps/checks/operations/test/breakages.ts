import type { ObjectShape, Schema, Shape, UnionShape } from '@x/rest/shapes'
import { variantOf } from './sample.ts'

/** One way in which a value does not fit its shape. */
export interface Breakage {
  /** Path of the wrong member, as in issues. */
  readonly path: string
  readonly value: unknown
  /** True if another option of a union is equally close, so that issues may name its members instead. */
  readonly isVague?: boolean
}

/** The kind of sample that is broken. */
interface Kind {
  readonly isRequest: boolean
  readonly variant: number
}

/**
 * Ways to break a sample: for every member, a value of another type, a missing or misspelled member, a violated limit.
 */
export function* breakagesOf({ shape, side }: Schema, sample: unknown, variant = 0): Generator<Breakage> {
  yield* breakages(shape, sample, { isRequest: side === 'request', variant })
}

function* breakages(shape: Shape, value: unknown, kind: Kind): Generator<Breakage> {
  for (const wrong of wrongValues(shape, kind.isRequest)) yield { path: '', value: wrong }
  switch (shape.kind) {
    case 'nullable':
      return yield* breakagesWithin(shape.shape, value, kind)
    case 'union':
      return yield* breakagesOfOption(shape, value, kind)
    case 'array':
      for (const inner of breakages(shape.item, (value as readonly unknown[])[0], kind)) {
        yield { ...inner, path: join('0', inner.path), value: [inner.value] }
      }
      return
    case 'record':
      for (const [name, member] of Object.entries(value as object)) {
        for (const inner of breakages(shape.value, member, kind)) yield at(value as object, name, inner)
      }
      return
    case 'object':
      yield* brokenMembers(shape, value as Record<string, unknown>, kind)
  }
}

/** The breakages of parts of a value. Whether the whole may have another type is decided by the enclosing shape. */
function* breakagesWithin(shape: Shape, value: unknown, kind: Kind): Generator<Breakage> {
  for (const breakage of breakages(shape, value, kind)) if (breakage.path !== '') yield breakage
}

function* breakagesOfOption({ options }: UnionShape, value: unknown, kind: Kind): Generator<Breakage> {
  const option = variantOf(options, kind.variant)
  const isVague = !kind.isRequest && options.filter(hasNoName).length > 1
  for (const breakage of breakagesWithin(option, value, kind)) yield isVague ? { ...breakage, isVague } : breakage
}

/** Whether an object has no member that identifies the option of a union. */
function hasNoName(shape: Shape): boolean {
  return (
    shape.kind === 'object' && !shape.members.some(({ shape }) => shape.kind === 'enum' && shape.values.length === 1)
  )
}

function* brokenMembers(
  { members, loose }: ObjectShape,
  value: Record<string, unknown>,
  kind: Kind,
): Generator<Breakage> {
  for (const { name, shape, presence } of members) {
    // Recursive types are omitted from the sample.
    if (!Object.hasOwn(value, name)) continue
    for (const inner of breakages(shape, value[name], kind)) yield at(value, name, inner)
    // A lenient client leaves it to the server to require members of a request.
    if (presence === 'insisted' || (presence === undefined && !kind.isRequest)) {
      const { [name]: _, ...rest } = value
      yield { path: name, value: rest }
    }
  }
  const misspelt = `${members[0]?.name}x`
  if (kind.isRequest && !loose && members.length > 0) yield { path: misspelt, value: { ...value, [misspelt]: 'x' } }
}

/** Returns a copy of `value` with a broken member. */
function at(value: object, name: string, inner: Breakage): Breakage {
  return { ...inner, path: join(name, inner.path), value: { ...value, [name]: inner.value } }
}

function join(name: string, path: string): string {
  return path === '' ? name : `${name}.${path}`
}

/** Returns values of another type and, for a request, values beyond the limits. */
function wrongValues(shape: Shape, isRequest: boolean): unknown[] {
  if (shape.kind === 'nullable') return wrongValues(shape.shape, isRequest)
  const values: unknown[] = [true, 1.5, 'wrong', { wrong: 'kind' }, ['wrong']]
  const wrong = values.filter((value) => !accepts(shape, value)).slice(0, 1)
  if (!isRequest) return wrong
  if (shape.kind === 'enum' && !shape.open) wrong.push('NOBODY_KNOWS_IT')
  if (shape.kind === 'text' && shape.max !== undefined) wrong.push('x'.repeat(shape.max + 1))
  if (shape.kind === 'text' && shape.min !== undefined) wrong.push('x'.repeat(shape.min - 1))
  if (shape.kind === 'integer' && shape.max !== undefined) wrong.push(shape.max + 1)
  if (shape.kind === 'integer' && shape.min !== undefined) wrong.push(shape.min - 1)
  return wrong
}

/** Whether the shape might accept a value of this type. Independent of the reader under test. */
function accepts(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'unknown':
    case 'ignored':
      return true
    case 'nullable':
      return value === null || accepts(shape.shape, value)
    case 'union':
      return shape.options.some((option) => accepts(option, value))
    case 'array':
      return Array.isArray(value)
    case 'object':
    case 'record':
      return typeof value === 'object' && !Array.isArray(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
    case 'integer':
      return typeof value === 'number'
    case 'key':
      return typeof value === 'number' || typeof value === 'string'
    case 'bigint':
    case 'null':
    case 'bytes':
      return false
    default:
      return typeof value === 'string'
  }
}
