import { nearestName } from '../nearest-name.ts'
import { expectation } from './expectation.ts'
import type {
  ArrayShape,
  EnumShape,
  Member,
  ObjectShape,
  RecordShape,
  ScalarShape,
  Shape,
  UnionShape,
} from './shape.ts'

/** Which way a value travels. */
export type Side = 'request' | 'response'

export interface Issue {
  /** Completed on the way back up: a value that fits costs nothing. */
  readonly path: (string | number)[]
  readonly message: string
  /** A required member that is missing and that a lenient check of a request leaves to the server. */
  readonly missing?: boolean
}

/** One context for a whole value, handed down to every reader. */
export interface Context {
  readonly side: Side
  readonly strict: boolean
  /** Whether unknown names are rejected. */
  readonly closed: boolean
  readonly issues: Issue[]
}

/** Returns the value, with keys of a response as text, and adds an issue to the context for all that does not fit. */
export type ReadValue = (value: unknown, context: Context) => unknown

const readers = new WeakMap<Shape, ReadValue>()

/** Returns the reader of a shape, made on first use. */
export function readerOf(shape: Shape): ReadValue {
  let reader = readers.get(shape)
  if (!reader) {
    reader = createReader(shape)
    readers.set(shape, reader)
  }
  return reader
}

function createReader(shape: Shape): ReadValue {
  switch (shape.kind) {
    case 'object':
      return objectReader(shape)
    case 'array':
      return arrayReader(shape)
    case 'record':
      return recordReader(shape)
    case 'union':
      return unionReader(shape)
    case 'enum':
      return enumReader(shape)
    case 'nullable': {
      const read = readerOf(shape.shape)
      return (value, context) => (value === null ? null : read(value, context))
    }
    default:
      return scalarReader(shape)
  }
}

function fail({ issues }: Context, message: string, ...path: string[]): undefined {
  issues.push({ path, message })
  return undefined
}

/** Prepends the name of a member to the issues found in it. */
function locate(issues: readonly Issue[], begin: number, name: string | number): void {
  for (let index = begin; index < issues.length; index++) (issues[index] as Issue).path.unshift(name)
}

function objectReader(shape: ObjectShape): ReadValue {
  const { members, loose = false, empty = false } = shape
  const names = members.map(({ name }) => name)
  const known = new Set(names)
  const plain = members.map(({ shape }) => plainType(shape, false))
  const lenient = members.map(({ shape }) => plainType(shape, true))
  // Lazily: a member may be of the type that is being made.
  let read: readonly ReadValue[] | undefined
  return (value, context) => {
    if (!isObject(value)) return fail(context, `must be ${expectation(shape)}`)
    read ??= members.map(({ shape }) => readerOf(shape))
    const inner = loose ? { ...context, strict: false, closed: false } : context
    const types = isLimited(inner) ? plain : lenient
    const { issues } = inner
    let output = value
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string
      const member = value[name]
      // Most members end here.
      if (typeof member === types[index]) continue
      if (member === undefined || member === null) {
        const absent = readAbsent(members[index] as Member, member, name in value, inner)
        if (absent === 'missing') continue
        if (absent === 'dropped') {
          if (output === value) output = { ...value }
          output[name] = undefined
          continue
        }
      }
      const begin = issues.length
      const result = (read[index] as ReadValue)(member, inner)
      if (issues.length > begin) locate(issues, begin, name)
      if (result !== member) {
        // Copied, so that a caller's object stays as it is.
        if (output === value) output = { ...value }
        output[name] = result
      }
    }
    if (inner.closed || empty) rejectUnknown(value, known, inner)
    return output
  }
}

/** The type of a value that needs no further look; with `free` where limits do not count. */
function plainType(shape: Shape, free: boolean): string | undefined {
  switch (shape.kind) {
    case 'nullable':
      return plainType(shape.shape, free)
    case 'boolean':
      return 'boolean'
    case 'number':
    case 'integer':
      return free ? 'number' : undefined
    case 'enum':
      return free ? 'string' : undefined
    case 'text':
    case 'longText':
    case 'secret':
    case 'email':
    case 'date':
      return free || isUnlimited(shape) ? 'string' : undefined
    default:
      return undefined
  }
}

function isUnlimited({ min, max, pattern }: ScalarShape): boolean {
  return min === undefined && max === undefined && pattern === undefined
}

/** Says what to do about a member that is undefined or null; `undefined` if its reader has to look at it. */
function readAbsent(
  { name, presence, shape }: Member,
  value: undefined | null,
  isThere: boolean,
  { issues, side }: Context,
): 'missing' | 'dropped' | undefined {
  if (value === null) {
    // A server's null for a member that it may leave out means the same.
    return side === 'response' && presence && shape.kind !== 'nullable' ? 'dropped' : undefined
  }
  if (presence === 'optional' || (presence === 'exact' && !isThere)) return 'missing'
  if (isThere) return undefined
  issues.push({ path: [name], message: 'is required', missing: presence !== 'insisted' })
  return 'missing'
}

function rejectUnknown(value: object, known: ReadonlySet<string>, context: Context): void {
  for (const name of Object.keys(value)) {
    if (known.has(name)) continue
    const nearest = nearestName(name, [...known])
    fail(context, `is not a known member${nearest ? `. Did you mean "${nearest}"?` : ''}`, name)
  }
}

function arrayReader(shape: ArrayShape): ReadValue {
  const { min, max } = shape
  const read = readerOf(shape.item)
  return (value, context) => {
    if (!Array.isArray(value)) return fail(context, `must be ${expectation(shape)}`)
    if (isLimited(context) && !isWithin(value.length, min, max)) fail(context, `must be ${expectation(shape)}`)
    const { issues } = context
    let output = value
    for (let index = 0; index < value.length; index++) {
      const begin = issues.length
      const item = read(value[index], context)
      if (issues.length > begin) locate(issues, begin, index)
      if (item !== value[index]) {
        if (output === value) output = value.slice()
        output[index] = item
      }
    }
    return output
  }
}

function recordReader(shape: RecordShape): ReadValue {
  const read = readerOf(shape.value)
  return (value, context) => {
    if (!isObject(value)) return fail(context, `must be ${expectation(shape)}`)
    const { issues } = context
    let output = value
    for (const name of Object.keys(value)) {
      const begin = issues.length
      const member = read(value[name], context)
      if (issues.length > begin) locate(issues, begin, name)
      if (member !== value[name]) {
        if (output === value) output = { ...value }
        output[name] = member
      }
    }
    return output
  }
}

/** Takes the first option that fits. Where none does, it reports the issues of the one that comes nearest. */
function unionReader(shape: UnionShape): ReadValue {
  const options = shape.options.map(readerOf)
  return (value, context) => {
    const { issues } = context
    const begin = issues.length
    let nearest: Issue[] | undefined
    for (const read of options) {
      const result = read(value, context)
      if (issues.length === begin) return result
      const found = issues.splice(begin)
      // An issue without a path says that the value is of another kind altogether.
      const isKind = found.every(({ path }) => path.length > 0)
      if (isKind && (!nearest || found.length < nearest.length)) nearest = found
    }
    if (!nearest) return fail(context, `must be ${expectation(shape)}`)
    issues.push(...nearest)
    return undefined
  }
}

function enumReader(shape: EnumShape): ReadValue {
  const { open } = shape
  const known = new Set<unknown>(shape.values)
  return (value, context) => {
    if (known.has(value)) return value
    const isLenient = !context.strict && (open || context.side === 'response')
    if (isLenient && typeof value === 'string') return value
    return fail(context, `must be ${isLenient ? 'a string' : expectation(shape)}`)
  }
}

/** The limits hold for what is sent; what a server sends of its own is only held to them in strict mode. */
function isLimited({ side, strict }: Context): boolean {
  return strict || side === 'request'
}

function isWithin(value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): boolean {
  return value >= min && value <= max
}

/** True for what has members of its own: no list. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function scalarReader(shape: ScalarShape): ReadValue {
  const { kind } = shape
  const refuse = (context: Context): undefined => fail(context, shape.message ?? `must be ${expectation(shape)}`)
  switch (kind) {
    case 'unknown':
    case 'ignored':
      return (value) => value
    case 'key':
      return (value, context) => {
        if (typeof value === 'string') return isDigits(value) ? value : refuse(context)
        if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) return refuse(context)
        return context.side === 'response' ? String(value) : value
      }
    case 'number':
    case 'integer':
      return (value, context) => {
        // The exact JSON reader returns a number of 16 digits or more as text.
        const isLong = typeof value === 'string' && context.side === 'response' && /^-?\d{16,}$/.test(value)
        const number = isLong ? Number(value) : value
        if (typeof number !== 'number' || Number.isNaN(number)) return refuse(context)
        if (!isLimited(context)) return number
        const fits = (kind === 'number' || Number.isInteger(number)) && isWithin(number, shape.min, shape.max)
        return fits ? number : refuse(context)
      }
    case 'boolean':
    case 'bigint':
      return (value, context) => (typeof value === kind ? value : refuse(context))
    case 'null':
      return (value, context) => (value === null ? value : refuse(context))
    case 'bytes':
      return (value, context) => (value instanceof Blob ? value : refuse(context))
    default:
      return textReader(shape, refuse)
  }
}

function textReader(shape: ScalarShape, refuse: (context: Context) => undefined): ReadValue {
  const { kind, min, max } = shape
  const pattern = shape.pattern === undefined ? undefined : new RegExp(shape.pattern)
  const isPlain = isUnlimited(shape)
  return (value, context) => {
    let text = value
    if (kind === 'date' && context.side === 'request' && value instanceof Date && !Number.isNaN(value.getTime())) {
      text = value.toISOString()
    }
    if (typeof text !== 'string') return refuse(context)
    if (isPlain || !isLimited(context)) return text
    return isWithin(text.length, min, max) && (!pattern || pattern.test(text)) ? text : refuse(context)
  }
}

/** Whether a text is 1 to 19 digits with an optional sign. A third of the time of a regular expression. */
function isDigits(text: string): boolean {
  const begin = text.charCodeAt(0) === 45 ? 1 : 0
  const count = text.length - begin
  if (count < 1 || count > 19) return false
  for (let index = begin; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return true
}
