import { unknownTo } from '../lifetime.ts'
import { nearestName } from '../nearest-name.ts'
import { isPlainObject } from '../plain-object.ts'
import type { Lifetime } from '../route.ts'
import { expectation } from './expectation.ts'
import type { Limits, Member, ObjectShape, ScalarShape, Shape, UnionShape } from './shape.ts'

/** Which way a value travels. */
export type Side = 'request' | 'response'

export interface Issue {
  /** Completed on the way back up: a value that fits costs nothing. */
  readonly path: (string | number)[]
  readonly message: string
  /** A required member that is missing and that a lenient check of a request leaves to the server. */
  readonly missing?: boolean
}

/** One context for a whole value, handed down. */
export interface Context {
  readonly side: Side
  readonly strict: boolean
  readonly issues: Issue[]
  /** Of the server, where a request is checked for it. */
  readonly version?: string | undefined
}

/** Returns the value, with keys of a response as text, and adds an issue to the context for all that does not fit. */
export function readValue(shape: Shape, value: unknown, context: Context): unknown {
  const { strict, side } = context
  const isRequest = side === 'request'
  // Limits hold for what is sent; what a server sends of its own is only held to them in strict mode.
  const isLimited = strict || isRequest
  switch (shape.kind) {
    case 'object':
      if (isObject(value, isRequest)) return readObject(shape, value, context)
      break
    case 'record':
      if (isObject(value, isRequest)) return readEach(Object.keys(value), shape.value, value, context)
      break
    case 'array':
      if (!Array.isArray(value) || (isLimited && !isWithin(value.length, shape))) break
      return readEach(value.keys(), shape.item, value, context)
    case 'nullable':
      return value === null ? null : readValue(shape.shape, value, context)
    case 'union':
      return readUnion(shape, value, context)
    case 'enum': {
      if (shape.values.includes(value as string)) {
        return checkLifetime(shape.lifetimes?.[value as string], value, context)
      }
      if (typeof value === 'string' && !strict && (shape.open || !isRequest)) return value
      break
    }
    case 'unknown':
    case 'ignored':
      return value
    case 'key':
      if (isKey(value)) return isRequest ? value : String(value)
      break
    case 'number':
    case 'integer': {
      // The readers of JSON return a number of 16 digits or more as text or as a bigint.
      const isLong =
        (typeof value === 'bigint' && !Number.isSafeInteger(Number(value))) ||
        (typeof value === 'string' && /^-?\d{16,}$/.test(value))
      const number = isLong && !isRequest ? Number(value) : value
      const fits = shape.kind === 'number' || !isLimited ? Number.isFinite(number) : Number.isInteger(number)
      if (fits && (!isLimited || isWithin(number as number, shape))) return number
      break
    }
    case 'null':
      if (value === null) return value
      break
    case 'bytes':
      if (value instanceof Blob) return value
      break
    case 'boolean':
    case 'bigint':
      if (typeof value === shape.kind) return value
      break
    default: {
      const isDate = shape.kind === 'date' && isRequest && value instanceof Date && !Number.isNaN(value.getTime())
      const text = isDate ? value.toISOString() : value
      if (typeof text !== 'string') break
      const { pattern } = shape
      if (!isLimited || (isWithin(text.length, shape) && (!pattern || new RegExp(pattern).test(text)))) return text
    }
  }
  return refuse(shape, value, context)
}

function refuse(shape: Shape, value: unknown, { issues }: Context): undefined {
  const { message = `must be ${expectation(shape)}` } = shape as ScalarShape
  const hint = shape.kind === 'enum' && typeof value === 'string' ? didYouMean(value, shape.values) : ''
  issues.push({ path: [], message: message + hint })
}

function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return nearest ? `. Did you mean "${nearest}"?` : ''
}

/** Adds an issue where the server does not know a member or value. Returns the value. */
function checkLifetime(lifetime: Lifetime | undefined, value: unknown, { version, issues }: Context): unknown {
  const message = version && lifetime && unknownTo(version, lifetime)
  if (message) issues.push({ path: [], message })
  return value
}

/** What is worth keeping of an object's members. */
interface Plan {
  readonly names: readonly string[]
  /** By member, the type of a value that needs no further look: where limits hold, and where they do not. */
  readonly limited: readonly QuickType[]
  readonly free: readonly QuickType[]
}

/** A result of `typeof`, or a text of which only the digits are to be checked. */
type QuickType = 'string' | 'number' | 'boolean' | 'key' | undefined

const quickTypes: Readonly<Partial<Record<Shape['kind'], QuickType>>> = {
  text: 'string',
  longText: 'string',
  secret: 'string',
  email: 'string',
  date: 'string',
  enum: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  key: 'key',
}

const plans = new WeakMap<ObjectShape, Plan>()

function createPlan(object: ObjectShape): Plan {
  const { members } = object
  const plan: Plan = {
    names: members.map(({ name }) => name),
    // A member that not every server knows needs a look.
    limited: members.map(({ shape, since, until }) => (since || until ? undefined : quickType(shape, true))),
    free: members.map(({ shape }) => quickType(shape, false)),
  }
  plans.set(object, plan)
  return plan
}

function quickType(shape: Shape, isLimited: boolean): QuickType {
  if (shape.kind === 'nullable') return quickType(shape.shape, isLimited)
  const type = quickTypes[shape.kind]
  const { min, max, pattern } = shape as ScalarShape
  const hasLimits = shape.kind === 'enum' || type === 'number' || (min ?? max ?? pattern) !== undefined
  return isLimited && hasLimits ? undefined : type
}

function readObject(object: ObjectShape, value: Record<string, unknown>, outer: Context): unknown {
  const context = object.loose ? { ...outer, strict: false } : outer
  const isClosed = context.strict || context.side === 'request'
  const plan = plans.get(object) ?? createPlan(object)
  const { names } = plan
  const quick = isClosed ? plan.limited : plan.free
  let output = value
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string
    const member = value[name]
    // Most members end here, without a call or anything that has to be collected.
    const expected = quick[index]
    if (typeof member === expected || (expected === 'key' && typeof member === 'string' && isDigits(member))) continue
    const result = readMember(object.members[index] as Member, member, name in value, context)
    if (result !== member) output = put(value, output, name, result)
  }
  if (object.empty || (isClosed && !object.loose)) rejectUnknown(value, names, context)
  if (context.side === 'request') rejectIgnored(object, value, context)
  return output
}

function readMember(member: Member, value: unknown, isThere: boolean, context: Context): unknown {
  const { name, presence, shape } = member
  const { issues, side } = context
  if (value === undefined && (presence === 'optional' || !isThere)) {
    if (presence !== 'optional' && presence !== 'exact') {
      issues.push({ path: [name], message: 'is required', missing: presence !== 'insisted' })
    }
    return undefined
  }
  const unknown = context.version && unknownTo(context.version, member)
  if (unknown) issues.push({ path: [name], message: unknown })
  // A server's null for a member that it may leave out means the same.
  if (value === null && presence && side === 'response' && shape.kind !== 'nullable') return undefined
  return readAt(name, shape, value, context)
}

function rejectUnknown(value: object, names: readonly string[], context: Context): void {
  const { issues } = context
  for (const name of Object.keys(value)) {
    if (isEnough(context)) break
    if (names.includes(name)) continue
    issues.push({ path: [name], message: `is not a known member${didYouMean(name, names)}` })
  }
}

/** A filter of nothing but members that the server ignores would find everything. */
function rejectIgnored({ members }: ObjectShape, value: Record<string, unknown>, { issues }: Context): void {
  const given = members.filter(({ name }) => value[name] !== undefined)
  if (given[0] && given.every(({ shape }) => shape.kind === 'ignored')) {
    issues.push({ path: [given[0].name], message: 'does not filter: the server would ignore it and find everything' })
  }
}

/** After so many issues of a response no further items or members are looked at: it may have millions. */
const MOST_ISSUES = 100

function isEnough({ side, issues }: Context): boolean {
  return side === 'response' && issues.length >= MOST_ISSUES
}

/** Reads the items of an array, or the members of a record, by their indexes or names. */
function readEach<T extends object>(names: Iterable<keyof T>, shape: Shape, value: T, context: Context): T {
  let output = value
  for (const name of names) {
    if (isEnough(context)) break
    const result = readAt(name as string | number, shape, value[name], context)
    if (result !== value[name]) output = put(value, output, name as string | number, result)
  }
  return output
}

/** Reads a value, and prepends its name to the issues found in it. */
function readAt(name: string | number, shape: Shape, value: unknown, context: Context): unknown {
  const { issues } = context
  const begin = issues.length
  const result = readValue(shape, value, context)
  for (let index = begin; index < issues.length; index++) (issues[index] as Issue).path.unshift(name)
  return result
}

/** Puts what comes out differently into a copy, so that a caller's object stays as it is. */
function put<T extends object>(input: T, output: T, name: string | number, value: unknown): T {
  const copy = output !== input ? output : Array.isArray(input) ? (input.slice() as unknown as T) : { ...input }
  ;(copy as Record<string | number, unknown>)[name] = value
  return copy
}

/** Takes the first option that fits. Where none does, it reports the issues of the one that comes nearest. */
function readUnion(shape: UnionShape, value: unknown, context: Context): unknown {
  const alike = shape.options.filter((option) => form(option.kind) === form(typeOf(value)) && !isAnother(option, value))
  // The one that can be meant says more precisely what is wrong.
  if (alike.length === 1) return readValue(alike[0] as Shape, value, context)
  const { issues } = context
  const begin = issues.length
  let nearest: Issue[] | undefined
  for (const option of shape.options) {
    const result = readValue(option, value, context)
    if (issues.length === begin) return result
    const found = issues.splice(begin)
    // An issue without a path says that the value is of another kind altogether.
    const isKind = found.every(({ path }) => path.length > 0)
    if (isKind && (!nearest || found.length < nearest.length)) nearest = found
  }
  return nearest ? void issues.push(...nearest) : refuse(shape, value, context)
}

/** Whether a member that has one value in an option, and so says which it is, has another. */
function isAnother(option: Shape, value: unknown): boolean {
  if (option.kind !== 'object') return false
  return option.members.some(({ name, shape }) => {
    const given = Object(value)[name]
    return shape.kind === 'enum' && !shape.values[1] && given !== undefined && given !== shape.values[0]
  })
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value
}

/** Whether something is an object, an array, or neither. */
function form(kind: string): string | undefined {
  return /^(object|record)$/.test(kind) ? 'object' : kind === 'array' ? kind : undefined
}

function isWithin(value: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Limits): boolean {
  return value >= min && value <= max
}

/** True for what has members of its own: no list, and in a request nothing that JSON would send as less than it is. */
function isObject(value: unknown, isRequest: boolean): value is Record<string, unknown> {
  return isRequest ? isPlainObject(value) : typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKey(value: unknown): boolean {
  if (typeof value === 'string') return isDigits(value)
  return typeof value === 'bigint' ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value)
}

/** Whether a text is the digits of a 64-bit number. A third of the time of a regular expression. */
function isDigits(text: string): boolean {
  const begin = text.charCodeAt(0) === 45 ? 1 : 0
  const count = text.length - begin
  if (count < 1 || count > 19) return false
  for (let index = begin; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return count < 19 || text.slice(begin) <= '9223372036854775807'
}
