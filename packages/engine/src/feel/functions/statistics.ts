import { FunctionError, type Signature, variadic } from '../function.ts'
import { add, divide, type FeelNumber, isNumber, multiply, sorted } from '../number.ts'
import { format } from '../values.ts'

type Numbers = readonly [FeelNumber, ...FeelNumber[]]

/** Functions of a list of numbers. For an empty list each returns null, except `mode`. */
export const statisticsFunctions: Readonly<Record<string, readonly Signature[]>> = {
  sum: ofNumbers(sum),
  product: ofNumbers((numbers) => numbers.reduce(multiply)),
  mean: ofNumbers(mean),
  median: ofNumbers(median),
  stddev: ofNumbers(standardDeviation),
  mode: ofNumbers(mode, []),
}

function ofNumbers(calculate: (numbers: Numbers) => unknown, ofNone: unknown = null): readonly Signature[] {
  return [
    variadic('list', (items) => {
      if (items.length === 0) return ofNone
      const other = items.find((item) => !isNumber(item))
      if (other !== undefined) return new FunctionError(`expected number but found '${format(other)}'`)
      return calculate(items as unknown as Numbers)
    }),
  ]
}

function sum(numbers: Numbers): FeelNumber {
  return numbers.reduce(add)
}

function mean(numbers: Numbers): number {
  return divide(sum(numbers), numbers.length)
}

function median(numbers: Numbers): unknown {
  const ordered = sorted(numbers)
  const middle = ordered.length / 2
  if (ordered.length % 2 === 1) return ordered[Math.floor(middle)]
  return divide(add(ordered[middle - 1] as FeelNumber, ordered[middle] as FeelNumber), 2)
}

/** The standard deviation of a sample, which needs at least two numbers. */
function standardDeviation(numbers: Numbers): number | FunctionError {
  if (numbers.length < 2) return new FunctionError('expected at least two numbers')
  const average = mean(numbers)
  const squares = numbers.map((number) => (Number(number) - average) ** 2)
  return Math.sqrt(squares.reduce((total, square) => total + square, 0) / (numbers.length - 1))
}

function mode(numbers: Numbers): FeelNumber[] {
  const counts = new Map<FeelNumber, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return sorted([...counts].filter(([, count]) => count === most).map(([number]) => number))
}
