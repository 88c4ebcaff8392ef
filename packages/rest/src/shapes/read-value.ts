import { datePattern } from '../date-time.ts'
import { findLoss } from '../json-loss.ts'
import type { WhyUnknown } from '../lifetime.ts'
import { nearestName } from '../nearest-name.ts'
import { isPlainObject } from '../plain-object.ts'
import type { Lifetime } from '../route.ts'
import { expectation } from './expectation.ts'
import { isDigits, isKey } from './keys.ts'
import { planOf } from './plan.ts'
import type { Limits, Member, ObjectShape, ScalarShape, Shape, UnionShape } from './shape.ts'

/** The direction of a value. */
export type Side = 'request' | 'response'

export interface Issue {
  /** Completed while the recursion returns, so a valid value costs nothing. */
  readonly path: (string | number)[]
  readonly message: string
  /** True for a missing required member that a lenient check of a request leaves to the server. */
  readonly missing?: boolean
}

/** The context of a whole value. */
export interface Context {
  readonly side: Side
  readonly strict: boolean
  readonly issues: Issue[]
  /** Set if a request is checked for the server's version. */
  readonly whyUnknown?: WhyUnknown | undefined
}

/**
 * Returns the value, with keys of a response as strings, and adds an issue to the context for everything that does not
 * fit.
 */
export function readValue(shape: Shape, value: unknown, context: Context): unknown {
  const { strict, side, issues } = context
  const isRequest = side === 'request'
  // Limits apply to requests; to responses only in strict mode.
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
    case 'unknown': {
      // Variables may be anything that JSON can represent.
      const loss = isRequest && value !== undefined && findLoss(value)
      if (loss) issues.push({ path: loss.path.reverse(), message: loss.message })
      return value
    }
    case 'ignored':
      return value
    case 'key':
      if (isKey(value)) return isRequest ? value : String(value)
      break
    case 'number':
    case 'integer': {
      // The JSON parsers return a number of 16 digits or more as a string or a bigint.
      const isLong = !isRequest && /^(string|bigint)$/.test(typeof value) && /^-?\d{16,}$/.test(`${value}`)
      const number = isLong ? Number(value) : value
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
      const { pattern = shape.kind === 'date' && isRequest ? datePattern : '' } = shape
      if (!isLimited || (isWithin(text.length, shape) && new RegExp(pattern).test(text))) return text
    }
  }
  return refuse(shape, value, context)
}

function refuse(shape: Shape, value: unknown, { issues, side, strict }: Context): undefined {
  const isLimited = strict || side === 'request'
  const { message: own } = shape as ScalarShape
  const message = (isLimited && own) || `must be ${expectation(shape, isLimited)}`
  const hint = shape.kind === 'enum' && typeof value === 'string' ? didYouMean(value, shape.values) : ''
  issues.push({ path: [], message: message + hint })
}

function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return nearest ? `. Did you mean "${nearest}"?` : ''
}

/** Adds an issue if the server does not know a member or value. Returns the value. */
function checkLifetime(lifetime: Lifetime | undefined, value: unknown, { whyUnknown, issues }: Context): unknown {
  const message = lifetime && whyUnknown?.(lifetime)
  if (message) issues.push({ path: [], message })
  return value
}

function readObject(object: ObjectShape, value: Record<string, unknown>, outer: Context): unknown {
  const context = object.loose ? { ...outer, strict: false } : outer
  const isClosed = context.strict || context.side === 'request'
  let output = value
  for (const member of planOf(object)) {
    const { name, presence, isNullable } = member
    const given = value[name]
    // Most members end here, without a call or an allocation.
    const expected = isClosed ? member.limited : member.free
    if (typeof given === expected || (expected === 'key' && typeof given === 'string' && isDigits(given))) continue
    if (given === undefined ? presence === 'optional' : given === null && expected && isNullable) continue
    const result = readMember(member, given, name in value, context)
    if (result !== given) output = put(value, output, name, result)
  }
  if (object.empty || (isClosed && !object.loose)) rejectUnknown(value, object, context)
  if (context.side === 'request') rejectIgnored(object, value, context)
  return output
}

function readMember(member: Member, value: unknown, isThere: boolean, context: Context): unknown {
  const { name, presence, shape } = member
  const { issues, side } = context
  if (value === undefined && !isThere) {
    if (presence !== 'exact') issues.push({ path: [name], message: 'is required', missing: presence !== 'insisted' })
    return undefined
  }
  const unknown = context.whyUnknown?.(member)
  if (unknown) issues.push({ path: [name], message: unknown })
  // A server's null for an optional member means that it is left out.
  if (value === null && presence && side === 'response' && shape.kind !== 'nullable') return undefined
  return readAt(name, shape, value, context)
}

const unknownMember = 'is not a known member'

function rejectUnknown(value: Record<string, unknown>, { members }: ObjectShape, context: Context): void {
  const { issues } = context
  const names = members.map(({ name }) => name)
  for (const name of Object.keys(value)) {
    if (isEnough(context)) break
    // JSON leaves out undefined members.
    if (names.includes(name) || value[name] === undefined) continue
    issues.push({ path: [name], message: unknownMember + didYouMean(name, names) })
  }
}

/** Rejects a filter that consists only of members that the server ignores, which would match everything. */
function rejectIgnored({ members }: ObjectShape, value: Record<string, unknown>, { issues }: Context): void {
  const given = members.filter(({ name }) => value[name] !== undefined)
  if (given[0] && given.every(({ shape }) => shape.kind === 'ignored')) {
    issues.push({
      path: [given[0].name],
      message: 'is not supported as a filter: the server would ignore it and return everything',
    })
  }
}

/** After this number of issues, no further items or members of a response are checked: it may have millions. */
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
export function readAt(name: string | number, shape: Shape, value: unknown, context: Context): unknown {
  const { issues } = context
  const begin = issues.length
  const result = readValue(shape, value, context)
  for (let index = begin; index < issues.length; index++) (issues[index] as Issue).path.unshift(name)
  return result
}

/** Writes a changed member into a copy, so that the caller's object stays unchanged. */
function put<T extends object>(input: T, output: T, name: string | number, value: unknown): T {
  const copy = output !== input ? output : Array.isArray(input) ? (input.slice() as unknown as T) : { ...input }
  ;(copy as Record<string | number, unknown>)[name] = value
  return copy
}

/** Returns the value by the first option that fits. If none does, reports the issues of the closest one. */
function readUnion(shape: UnionShape, value: unknown, context: Context): unknown {
  const alike = shape.options.filter((option) => form(option.kind) === form(typeOf(value)) && !isAnother(option, value))
  // The option that is probably meant has the more precise issues.
  if (alike.length === 1) return readValue(alike[0] as Shape, value, context)
  const { issues } = context
  const begin = issues.length
  let nearest: Issue[] | undefined
  for (const option of shape.options) {
    const result = readValue(option, value, context)
    if (issues.length === begin) return result
    const found = issues.splice(begin)
    // An issue without a path means that the value has another type.
    const isKind = found.every(({ path }) => path.length > 0)
    if (isKind && (!nearest || found.length < nearest.length)) nearest = found
  }
  if (!nearest) return refuse(shape, value, context)
  // A member that only another option knows contradicts the members that made this one the closest.
  const isElsewhere = ({ path, message }: Issue): boolean =>
    message.startsWith(unknownMember) && shape.options.some((option) => knows(option, path[0]))
  const clash = nearest.find(isElsewhere)
  return void issues.push(...(clash ? [{ path: clash.path, message: 'does not go with the other members' }] : nearest))
}

function knows(option: Shape, name: unknown): boolean {
  return option.kind === 'object' && option.members.some((member) => member.name === name)
}

/** Whether a member that identifies the option has another value. */
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

/** Returns whether a kind is an object, an array, or neither. */
function form(kind: string): string | undefined {
  return /^(object|record)$/.test(kind) ? 'object' : kind === 'array' ? kind : undefined
}

function isWithin(value: number, { min = value, max = value }: Limits): boolean {
  return value >= min && value <= max
}

/** True for an object with members: not an array, and in a request nothing that JSON would send incomplete. */
function isObject(value: unknown, isRequest: boolean): value is Record<string, unknown> {
  return isRequest ? isPlainObject(value) : typeof value === 'object' && value !== null && !Array.isArray(value)
}
