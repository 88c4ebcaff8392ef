import { FeelRange } from 'feelin'
import { order } from '../compare.ts'
import { FunctionError, type Signature, signature } from '../function.ts'
import { format } from '../values.ts'

interface Bounds {
  readonly start: unknown
  readonly end: unknown
  readonly startIncluded: boolean
  readonly endIncluded: boolean
}

type Relation = (a: Bounds, b: Bounds) => boolean

const points = [
  ['point1', 'point2'],
  ['point', 'range'],
  ['range', 'point'],
  ['range1', 'range2'],
] as const
const ranges = [['range1', 'range2']] as const
const pointInRange = [
  ['point', 'range'],
  ['range1', 'range2'],
] as const
const rangeOfPoint = [
  ['range', 'point'],
  ['range1', 'range2'],
] as const

/**
 * The relations of points and ranges. A point is treated as a range that starts and ends at it. Values that cannot be
 * compared are rejected. Unlike the rest, `meets` and `overlaps` are defined for ranges only.
 */
export const rangeFunctions: Readonly<Record<string, readonly Signature[]>> = {
  before: relation(points, isBefore),
  after: relation(points, swapped(isBefore)),
  meets: relation(ranges, meets, true),
  'met by': relation(ranges, swapped(meets), true),
  overlaps: relation(ranges, (a, b) => !isBefore(a, b) && !isBefore(b, a), true),
  'overlaps before': relation(ranges, overlapsBefore, true),
  'overlaps after': relation(ranges, swapped(overlapsBefore), true),
  finishes: relation(pointInRange, finishes),
  'finished by': relation(rangeOfPoint, swapped(finishes)),
  includes: relation(rangeOfPoint, swapped(isWithin)),
  during: relation(pointInRange, isWithin),
  starts: relation(pointInRange, starts),
  'started by': relation(rangeOfPoint, swapped(starts)),
  coincides: relation([points[0], points[3]], (a, b) => sameStart(a, b) && sameEnd(a, b)),
}

function relation(
  names: readonly (readonly [string, string])[],
  holds: Relation,
  rangesOnly = false,
): readonly Signature[] {
  return names.map(([first, second]) =>
    signature([[first, 'any'] as const, [second, 'any'] as const], (a, b) => {
      const [left, right] = [bounds(a), bounds(b)]
      const known = !rangesOnly || (a instanceof FeelRange && b instanceof FeelRange)
      // Text is ordered elsewhere in FEEL, but is not a point.
      const comparable = typeof left.start !== 'string' && order(left.start, right.start) !== undefined
      if (known && comparable && order(left.end, right.end) !== undefined) return holds(left, right)
      return new FunctionError(`Illegal arguments: '${format(a)}', '${format(b)}'`)
    }),
  )
}

function bounds(value: unknown): Bounds {
  if (!(value instanceof FeelRange)) return { start: value, end: value, startIncluded: true, endIncluded: true }
  return {
    start: value.start,
    end: value.end,
    startIncluded: value['start included'],
    endIncluded: value['end included'],
  }
}

function swapped(holds: Relation): Relation {
  return (a, b) => holds(b, a)
}

function compare(a: unknown, b: unknown): number {
  return order(a, b) as number
}

function isBefore(a: Bounds, b: Bounds): boolean {
  const gap = compare(a.end, b.start)
  return gap < 0 || (gap === 0 && !(a.endIncluded && b.startIncluded))
}

function meets(a: Bounds, b: Bounds): boolean {
  return a.endIncluded && b.startIncluded && compare(a.end, b.start) === 0
}

/** Starts first, ends within the other. */
function overlapsBefore(a: Bounds, b: Bounds): boolean {
  const start = compare(a.start, b.start)
  const startsFirst = start < 0 || (start === 0 && a.startIncluded && !b.startIncluded)
  return startsFirst && !isBefore(a, b) && endsWithin(a, b)
}

function sameStart(a: Bounds, b: Bounds): boolean {
  return a.startIncluded === b.startIncluded && compare(a.start, b.start) === 0
}

function sameEnd(a: Bounds, b: Bounds): boolean {
  return a.endIncluded === b.endIncluded && compare(a.end, b.end) === 0
}

function startsWithin(a: Bounds, b: Bounds): boolean {
  const start = compare(a.start, b.start)
  return start > 0 || (start === 0 && (!a.startIncluded || b.startIncluded))
}

function endsWithin(a: Bounds, b: Bounds): boolean {
  const end = compare(a.end, b.end)
  return end < 0 || (end === 0 && (!a.endIncluded || b.endIncluded))
}

function isWithin(a: Bounds, b: Bounds): boolean {
  return startsWithin(a, b) && endsWithin(a, b)
}

function finishes(a: Bounds, b: Bounds): boolean {
  return sameEnd(a, b) && startsWithin(a, b)
}

function starts(a: Bounds, b: Bounds): boolean {
  return sameStart(a, b) && endsWithin(a, b)
}
