import type { ObjectShape, Schema, Shape, UnionShape } from '@x/rest/shapes'
import { variantOf } from './sample.ts'

/** One way in which a value does not fit its shape. */
export interface Breakage {
  /** Path of the member that is wrong, as issues name it. */
  readonly path: string
  readonly value: unknown
  /** True where another option of a union is as near, so that issues may name its members. */
  readonly isVague?: boolean
}

/** What kind of sample is broken. */
interface Kind {
  readonly isRequest: boolean
  readonly variant: number
}

/** Ways to break a sample: at every member a value of another kind, a missing or a misspelt member, a broken limit. */
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

/** Those of parts of the value: whether the whole may be of another kind, the shape around decides. */
function* breakagesWithin(shape: Shape, value: unknown, kind: Kind): Generator<Breakage> {
  for (const breakage of breakages(shape, value, kind)) if (breakage.path !== '') yield breakage
}

function* breakagesOfOption({ options }: UnionShape, value: unknown, kind: Kind): Generator<Breakage> {
  const option = variantOf(options, kind.variant)
  const isVague = !kind.isRequest && options.filter(hasNoName).length > 1
  for (const breakage of breakagesWithin(option, value, kind)) yield isVague ? { ...breakage, isVague } : breakage
}

/** Whether an object has no member that says which option of a union it is. */
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
    // What contains itself is left out of the sample.
    if (!Object.hasOwn(value, name)) continue
    for (const inner of breakages(shape, value[name], kind)) yield at(value, name, inner)
    // A lenient client leaves it to the server to insist on what a request must have.
    if (presence === 'insisted' || (presence === undefined && !kind.isRequest)) {
      const { [name]: _, ...rest } = value
      yield { path: name, value: rest }
    }
  }
  const misspelt = `${members[0]?.name}x`
  if (kind.isRequest && !loose && members.length > 0) yield { path: misspelt, value: { ...value, [misspelt]: 'x' } }
}

/** A copy of `value` with a broken member. */
function at(value: object, name: string, inner: Breakage): Breakage {
  return { ...inner, path: join(name, inner.path), value: { ...value, [name]: inner.value } }
}

function join(name: string, path: string): string {
  return path === '' ? name : `${name}.${path}`
}

/** A value of another kind, and in a request values beyond the limits. */
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

/** Whether a value is of a kind that the shape might accept. Written apart from the reader that is tested. */
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
