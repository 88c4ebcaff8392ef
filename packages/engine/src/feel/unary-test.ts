import { FeelRange } from 'feelin'
import { equal, includes, order } from './compare.ts'
import { format } from './values.ts'
import { warn } from './warnings.ts'

/** A comparison without its left side, for example `> 5`; with `=` only for true and false. */
export class UnaryTest {
  readonly symbol: string
  readonly value: unknown

  constructor(symbol: string, value: unknown) {
    this.symbol = symbol
    this.value = value
  }

  holdsFor(input: unknown): boolean | null {
    if (this.symbol === '=') return equal(input, this.value) ?? notComparable(input, this.value)
    const difference = order(input, this.value)
    if (difference === undefined) return notComparable(input, this.value)
    if (difference === 0) return this.symbol.endsWith('=')
    return difference < 0 === this.symbol.startsWith('<')
  }
}

/** A test that names its input (`?`): its result is used as it is, not compared with the input. */
export class Predicate {
  readonly result: unknown

  constructor(result: unknown) {
    this.result = result
  }
}

/** Whether a test is true for the input: true, or null if one of them is unknown, or false. */
export function matchTests(input: unknown, tests: readonly unknown[]): boolean | null {
  let result: boolean | null = false
  for (const test of tests) {
    const held = holds(input, test)
    if (held === true) return true
    if (held === null) result = null
  }
  return result
}

function holds(input: unknown, test: unknown): boolean | null {
  if (test instanceof UnaryTest) return test.holdsFor(input)
  if (test instanceof Predicate) return typeof test.result === 'boolean' ? test.result : null
  if (test instanceof FeelRange) return includes(test, input) ?? notInRange(input, test)
  if (test === true) return true
  if (Array.isArray(test) && test.some((item) => equal(item, input) === true)) return true
  const same = equal(input, test)
  if (same === true) return true
  if (test === false || Array.isArray(test)) return false
  return same ?? notComparable(input, test)
}

function notComparable(input: unknown, test: unknown): null {
  return warn('NOT_COMPARABLE', `Can't compare '${format(input)}' with '${format(test)}'`)
}

function notInRange(input: unknown, { start, end }: FeelRange): null {
  return warn('NOT_COMPARABLE', `Can't compare '${format(input)}' with '${format(start)}' and '${format(end)}'`)
}
