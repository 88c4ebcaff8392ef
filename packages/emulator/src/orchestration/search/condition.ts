import type { Members } from '../../sampled/members.ts'
import { createLike } from './like.ts'
import type { ValueKind } from './value-kind.ts'

/** Whether a value of a record meets a filter. */
export type Condition = (value: unknown) => boolean

type Operand = string | number | boolean

/**
 * Creates a condition from a value, or from an object with conditions, all of which must be met. A list in a record
 * meets a condition if one of its items does. As on the real server, empty conditions, such as `$in` with an empty
 * list, are ignored.
 */
export function createCondition(filter: unknown, kind: ValueKind): Condition {
  if (Array.isArray(filter)) return every(filter.map((item) => createCondition(item, kind)))
  if (typeof filter !== 'object' || filter === null) return some(equals(kind.read(filter)))
  const conditions = Object.entries(filter as Members).flatMap(([name, operand]) => {
    if (operand === undefined || operand === null || (Array.isArray(operand) && operand.length === 0)) return []
    return [operators[name as keyof typeof operators](operand, kind)]
  })
  return every(conditions)
}

const operators = {
  $eq: (operand: unknown, kind: ValueKind) => some(equals(kind.read(operand))),
  $neq: (operand: unknown, kind: ValueKind) => not(some(equals(kind.read(operand)))),
  $in: (operand: unknown, kind: ValueKind) => some(isOneOf(operand, kind)),
  $notIn: (operand: unknown, kind: ValueKind) => not(some(isOneOf(operand, kind))),
  $exists: (operand: unknown) => (value: unknown) => exists(value) === operand,
  $like: (operand: unknown) => {
    const like = createLike(String(operand))
    return some((value) => typeof value === 'string' && like(value))
  },
  $gt: (operand: unknown, kind: ValueKind) => compared(operand, kind, (value, limit) => value > limit),
  $gte: (operand: unknown, kind: ValueKind) => compared(operand, kind, (value, limit) => value >= limit),
  $lt: (operand: unknown, kind: ValueKind) => compared(operand, kind, (value, limit) => value < limit),
  $lte: (operand: unknown, kind: ValueKind) => compared(operand, kind, (value, limit) => value <= limit),
}

const equals =
  (operand: Operand): Condition =>
  (value) =>
    value === operand

function isOneOf(operand: unknown, kind: ValueKind): Condition {
  const values = new Set<unknown>((operand as readonly unknown[]).map(kind.read))
  return (value) => values.has(value)
}

/** A missing value is neither less nor greater than any other. */
function compared(operand: unknown, kind: ValueKind, holds: (value: Operand, limit: Operand) => boolean): Condition {
  const limit = kind.read(operand)
  return some((value) => typeof value === typeof limit && holds(value as Operand, limit))
}

const exists = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined

const some =
  (condition: Condition): Condition =>
  (value) =>
    Array.isArray(value) ? value.some(condition) : condition(value)

const not =
  (condition: Condition): Condition =>
  (value) =>
    !condition(value)

function every(conditions: readonly Condition[]): Condition {
  const [first, second] = conditions
  if (first === undefined) return () => true
  return second === undefined ? first : (value) => conditions.every((condition) => condition(value))
}
