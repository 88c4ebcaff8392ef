/** A value as variables and decision tables hold it. */
export type Scalar = string | number | boolean

/**
 * A comparison that diagrams show as FEEL and that the simulation evaluates: as a condition of a sequence flow and as a
 * cell of a decision table. One source for both keeps what was decided true to what the diagram says.
 */
export type Test =
  | { readonly is: Scalar }
  | { readonly above: number }
  | { readonly atLeast: number }
  | { readonly below: number }
  /** From the first number up to, but not including, the second. */
  | { readonly between: readonly [number, number] }
  | { readonly oneOf: readonly Scalar[] }

export function holds(test: Test, value: unknown): boolean {
  if ('is' in test) return value === test.is
  if ('oneOf' in test) return test.oneOf.includes(value as Scalar)
  if (typeof value !== 'number') return false
  if ('above' in test) return value > test.above
  if ('atLeast' in test) return value >= test.atLeast
  if ('below' in test) return value < test.below
  return value >= test.between[0] && value < test.between[1]
}

/** The test as a cell of a decision table: `> 1000`, `"gold"`, `[1000..5000)`. */
export function writeUnaryTest(test: Test): string {
  if ('is' in test) return JSON.stringify(test.is)
  if ('oneOf' in test) return test.oneOf.map((value) => JSON.stringify(value)).join(', ')
  if ('above' in test) return `> ${test.above}`
  if ('atLeast' in test) return `>= ${test.atLeast}`
  if ('below' in test) return `< ${test.below}`
  return `[${test.between[0]}..${test.between[1]})`
}

/** The test as a condition of a sequence flow: `=amount > 1000`. */
export function writeCondition(variable: string, test: Test): string {
  if ('is' in test) return `=${variable} = ${writeUnaryTest(test)}`
  if ('oneOf' in test) return `=${variable} in (${writeUnaryTest(test)})`
  if ('between' in test) return `=${variable} in ${writeUnaryTest(test)}`
  return `=${variable} ${writeUnaryTest(test)}`
}
