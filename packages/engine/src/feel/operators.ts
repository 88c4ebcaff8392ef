import { FeelDateTime, FeelFunction, FeelRange, FeelTime } from 'feelin'
import { dividedBy, minus, negated, plus, times, toPower } from './arithmetic.ts'
import { equal, order } from './compare.ts'
import { filterList, itemAt, notAList } from './filter.ts'
import { SignedFunction } from './function.ts'
import { logicOperators } from './logic.ts'
import { MissingVariable } from './missing-variable.ts'
import { isNumber } from './number.ts'
import { parseDate, parseDateTime, parseDuration, parseTime } from './temporal.ts'
import { matchTests, Predicate, UnaryTest } from './unary-test.ts'
import { type FeelContext, format, typeOf } from './values.ts'
import { warn } from './warnings.ts'

/**
 * The operators that behave differently in feelin and Camunda. With operands of the wrong type, the result is null,
 * with a warning: `"10" > 5` is null, not true.
 */
export const operators: Readonly<Record<string, (...operands: readonly unknown[]) => unknown>> = {
  '+': withinBounds(plus),
  '-': withinBounds(minus),
  '*': withinBounds(times),
  '/': withinBounds(dividedBy),
  '**': toPower,
  negate: negated,
  integer: (text) => BigInt(text as string),
  '=': equals,
  '!=': (a, b) => inverted(equals(a, b)),
  '<': (a, b) => compared(a, b, (difference) => difference < 0),
  '<=': (a, b) => compared(a, b, (difference) => difference <= 0),
  '>': (a, b) => compared(a, b, (difference) => difference > 0),
  '>=': (a, b) => compared(a, b, (difference) => difference >= 0),
  ...logicOperators,
  between,
  range,
  sequence,
  copy: (value) => (Array.isArray(value) ? [...value] : value),
  items: (list) => (Array.isArray(list) ? list : notAList(list)),
  filter: (list, test, index) => filterList(list, test as FeelFunction, index),
  'item at': itemAt,
  field: (item, name, outer) => found(field(item, name as string, outer)),
  'outer field': (item, name, outer) => field(item, name as string, outer),
  'function of': functionOf,
  timezone,
  '@': (text) => temporal(text as string),
  'instance of': (value, type) => instanceOf(value, type as string),
  test: (symbol, value) => new UnaryTest(symbol as string, value),
  predicate: (result) => new Predicate(result),
  match: (input, tests) => matchTests(input, tests as readonly unknown[]),
}

/** Returns null for a date or duration outside the range of the calendar. */
function withinBounds(calculate: (a: unknown, b: unknown) => unknown): (a: unknown, b: unknown) => unknown {
  return (a, b) => {
    try {
      return calculate(a, b)
    } catch (error) {
      if (error instanceof RangeError) return warn('UNKNOWN', error.message)
      throw error
    }
  }
}

function equals(a: unknown, b: unknown): boolean | null {
  return equal(a, b) ?? notComparable(a, b)
}

function inverted(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

function compared(a: unknown, b: unknown, holds: (difference: number) => boolean): boolean | null {
  const difference = order(a, b)
  return difference === undefined ? notComparable(a, b) : holds(difference)
}

function notComparable(a: unknown, b: unknown): null {
  return warn('NOT_COMPARABLE', `Can't compare '${format(a)}' with '${format(b)}'`)
}

function between(value: unknown, start: unknown, end: unknown): boolean | null {
  const [low, high] = [compared(value, start, (difference) => difference >= 0), compared(value, end, (d) => d <= 0)]
  if (low === false || high === false) return false
  return low && high
}

function range(start: unknown, end: unknown, startIncluded: unknown, endIncluded: unknown): FeelRange | null {
  if (order(start, end) === undefined) {
    return warn('INVALID_TYPE', `Invalid range definition '${format(start)}..${format(end)}'`)
  }
  return new FeelRange({
    start,
    end,
    'start included': startIncluded === true,
    'end included': endIncluded === true,
    valueType: null,
  })
}

const longestSequence = 2_000_000

/** The numbers from start to end, including downwards: `for i in 3..1`. */
function sequence(start: unknown, end: unknown): unknown {
  if (!isNumber(start) || !isNumber(end)) {
    return warn('INVALID_TYPE', `Expected number but found '${format(isNumber(start) ? end : start)}'`)
  }
  const [first, step] = [Number(start), start < end ? 1 : -1]
  const length = Math.floor(Math.abs(Number(end) - first)) + 1
  if (length > longestSequence)
    return warn('UNKNOWN', `The range ${first}..${end} has more than ${longestSequence} numbers`)
  return Array.from({ length }, (_, index) => first + index * step)
}

/** A name within a filter: the entry of the item, or else the value that the name has outside. */
function field(item: unknown, name: string, outer: unknown): unknown {
  if (typeOf(item) === 'context' && Object.hasOwn(item as object, name)) return (item as FeelContext)[name] ?? null
  return outer
}

/**
 * Returns the value if it is a function; otherwise the built-in function, or one that reports that the name is missing.
 */
function functionOf(value: unknown, otherwise: unknown): unknown {
  if (value instanceof FeelFunction) return value
  return typeof otherwise === 'string' ? new SignedFunction(otherwise, []) : otherwise
}

/** Within a filter, a name is reported as missing only if neither an item nor a variable has it. */
function found(value: unknown): unknown {
  if (!(value instanceof MissingVariable)) return value
  return warn('NO_VARIABLE_FOUND', `No variable found with name '${value.name}'`)
}

/** The property `timezone`. An offset does not count as one, only a named zone does. */
function timezone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timezone)
  if (typeOf(value) === 'context') return field(value, 'timezone', null)
  if (!(value instanceof FeelTime || value instanceof FeelDateTime)) return null
  return value.timezone?.includes('/') ? value.timezone : null
}

function temporal(text: string): unknown {
  return parseDate(text) ?? parseDateTime(text) ?? parseDuration(text) ?? parseTime(text)
}

const synonyms: Readonly<Record<string, string>> = {
  function_: 'function',
  'date time': 'date and time',
  'year-month-duration': 'years and months duration',
  'day-time-duration': 'days and time duration',
}

function instanceOf(value: unknown, name: string): boolean {
  const type = typeOf(value)
  return name === 'Any' ? type !== 'null' : type.replace('local ', '') === (synonyms[name] ?? name)
}
