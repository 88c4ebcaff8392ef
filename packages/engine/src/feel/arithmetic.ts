import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin'
import { add, divide, type FeelNumber, isNumber, multiply, negate, power, subtract } from './number.ts'
import {
  addDuration,
  epochMilliseconds,
  millisecondsDuration,
  monthsDuration,
  timeMilliseconds,
  totalMilliseconds,
  totalMonths,
} from './temporal.ts'
import { format, typeOf } from './values.ts'
import { warn } from './warnings.ts'

type Moment = FeelDate | FeelTime | FeelDateTime

export function plus(a: unknown, b: unknown): unknown {
  if (isNumber(a) && isNumber(b)) return add(a, b)
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (a instanceof FeelDuration && b instanceof FeelDuration) return addDurations(a, b, 1) ?? cannot('add', b, 'to', a)
  const sum = a instanceof FeelDuration ? shifted(b, a, 1) : shifted(a, b, 1)
  return sum ?? cannot('add', b, 'to', a)
}

export function minus(a: unknown, b: unknown): unknown {
  if (isNumber(a) && isNumber(b)) return subtract(a, b)
  if (a instanceof FeelDuration && b instanceof FeelDuration) {
    return addDurations(a, b, -1) ?? cannot('subtract', b, 'from', a)
  }
  return shifted(a, b, -1) ?? difference(a, b) ?? cannot('subtract', b, 'from', a)
}

export function times(a: unknown, b: unknown): unknown {
  if (isNumber(a) && isNumber(b)) return multiply(a, b)
  if (isNumber(a) && b instanceof FeelDuration) return multiple(b, a)
  if (a instanceof FeelDuration && isNumber(b)) return multiple(a, b)
  return cannot('multiply', a, 'by', b)
}

export function dividedBy(a: unknown, b: unknown): unknown {
  if (isNumber(b) && Number(b) !== 0) {
    if (isNumber(a)) return divide(a, b)
    if (a instanceof FeelDuration) return lengthOf(a, length(a) / Number(b))
  }
  if (a instanceof FeelDuration && b instanceof FeelDuration && a.yearsMonths === b.yearsMonths && length(b) !== 0) {
    // Camunda divides whole months, or whole milliseconds.
    return Math.trunc(length(a) / length(b))
  }
  return cannot('divide', a, 'by', b)
}

export function toPower(a: unknown, b: unknown): unknown {
  if (isNumber(a) && isNumber(b)) return power(a, b)
  return notANumber(isNumber(a) ? b : a)
}

export function negated(value: unknown): unknown {
  return isNumber(value) ? negate(value) : notANumber(value)
}

function notANumber(value: unknown): null {
  return warn('INVALID_TYPE', `Expected number but found '${format(value)}'`)
}

function cannot(verb: string, first: unknown, preposition: string, second: unknown): null {
  return warn('INVALID_TYPE', `Can't ${verb} '${format(first)}' ${preposition} '${format(second)}'`)
}

function length(duration: FeelDuration): number {
  return duration.yearsMonths ? totalMonths(duration) : totalMilliseconds(duration)
}

function lengthOf(kind: FeelDuration, length: number): FeelDuration {
  return kind.yearsMonths ? monthsDuration(length) : millisecondsDuration(length)
}

function addDurations(a: FeelDuration, b: FeelDuration, sign: 1 | -1): FeelDuration | undefined {
  return a.yearsMonths === b.yearsMonths ? lengthOf(a, length(a) + sign * length(b)) : undefined
}

function multiple(duration: FeelDuration, factor: FeelNumber): FeelDuration {
  return lengthOf(duration, length(duration) * Math.trunc(Number(factor)))
}

/** The moment plus or minus the duration. A time cannot be shifted by months. */
function shifted(moment: unknown, duration: unknown, sign: 1 | -1): Moment | undefined {
  if (!(duration instanceof FeelDuration)) return undefined
  if (moment instanceof FeelTime && duration.yearsMonths) return undefined
  return isMoment(moment) ? addDuration(moment, duration, sign) : undefined
}

function isMoment(value: unknown): value is Moment {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime
}

function difference(a: unknown, b: unknown): FeelDuration | undefined {
  if (typeOf(a) !== typeOf(b)) return undefined
  if (a instanceof FeelDate && b instanceof FeelDate) return millisecondsDuration(dayStart(a) - dayStart(b))
  if (a instanceof FeelTime && b instanceof FeelTime) {
    const milliseconds = timeMilliseconds(a) - timeMilliseconds(b)
    // Camunda's difference between two times with a zone is never negative.
    return millisecondsDuration(a.timezone === null ? milliseconds : Math.abs(milliseconds))
  }
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) {
    return millisecondsDuration(epochMilliseconds(a) - epochMilliseconds(b))
  }
  return undefined
}

function dayStart(date: FeelDate): number {
  return epochMilliseconds(new FeelDateTime(date.unwrap().toPlainDateTime()))
}
