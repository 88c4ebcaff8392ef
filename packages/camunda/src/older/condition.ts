import { isPlainObject } from '@x/rest'
import { readMoment, writePeriod } from './date.ts'
import type { Member, Operator, Operators, Translation } from './member.ts'
import type { Problems } from './problems.ts'

type Filter = Readonly<Record<string, unknown>>

const dateExpected = 'must be a Date, or a date and time such as 2026-11-20T08:15:00.000Z, to the millisecond'

/** One member of a filter. */
export interface Place extends Pick<Translation, 'writeDate' | 'merges'> {
  readonly member: Member
  readonly path: string
  readonly problems: Problems
}

/**
 * Returns the conditions on a value; a plain value means equality. Undefined without conditions, and for those that
 * servers ignore.
 */
export function readConditions(value: unknown): Filter | undefined {
  const given = isPlainObject(value)
    ? Object.entries(value).filter(([, operand]) => operand !== undefined)
    : [['$eq', value]]
  const isEmpty = (operand: unknown): boolean =>
    operand === null || operand === '' || (Array.isArray(operand) && operand.length === 0)
  return given.length === 0 || given.some(([, operand]) => isEmpty(operand)) ? undefined : Object.fromEntries(given)
}

/** Returns the conditions that the older API supports for a member; undefined if there are none. */
export function operatorsOf({ name, filter }: Member): Operators | undefined {
  if (typeof filter === 'object') return filter
  return filter === false || name === undefined ? undefined : { $eq: name }
}

/**
 * Returns the older API's condition for an operator. A list of one value counts as the value, and a value as a list of
 * one.
 */
export function conditionOf(
  operators: Operators,
  operator: Operator,
  operand: unknown,
): [name: string | undefined, value: unknown] {
  if (operators[operator] !== undefined) return [operators[operator], operand]
  if (operator === '$in' && Array.isArray(operand) && operand.length === 1)
    return conditionOf(operators, '$eq', operand[0])
  if (operator === '$eq' && operators.$in !== undefined) return [operators.$in, [operand]]
  return [undefined, operand]
}

/** Operate filters by a moment or by a calendar unit, not by before and after. */
export function readPeriod({ date }: Member, operators: Operators, conditions: Filter): string | undefined {
  if (!date || operators.$gte || Object.keys(conditions).sort().join() !== '$gte,$lt') return undefined
  const [from, until] = [readMoment(conditions.$gte), readMoment(conditions.$lt)]
  return from === undefined || until === undefined ? undefined : writePeriod(from, until)
}

/** Returns the value of a condition in the older API. */
export function writeOperand(place: Place, operand: unknown): unknown {
  const { member, path, problems, writeDate } = place
  if (Array.isArray(operand)) return operand.map((value) => writeOperand(place, value))
  if (member.date) {
    const moment = readMoment(operand)
    return moment === undefined ? problems.invalid(path, dateExpected) : writeDate(moment)
  }
  const text = String(operand)
  const since = member.newer?.[text]
  if (since) problems.limit(path, 'is a value that it does not have', since)
  return member.words?.[text] ?? operand
}
