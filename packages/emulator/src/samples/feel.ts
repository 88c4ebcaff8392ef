/** A value in variables and decision tables. */
export type Scalar = string | number | boolean

/** A comparison, as a condition of a sequence flow or as a cell of a decision table. */
export type Test =
  | { readonly is: Scalar }
  | { readonly above: number }
  | { readonly atLeast: number }
  | { readonly below: number }
  /** From the first number up to but not including the second. */
  | { readonly between: readonly [number, number] }
  | { readonly oneOf: readonly Scalar[] }

/** The test in the syntax of a decision table's cell: `> 1000`, `"gold"`, `[1000..5000)`. */
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

/** Returns an expression that raises an incident if the variable is missing. */
export function required(variable: string): string {
  return `assert(${variable}, ${variable} != null, "The variable ${variable} is missing.")`
}
