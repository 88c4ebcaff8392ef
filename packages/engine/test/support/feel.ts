import {
  compileFeel,
  compileUnaryTests,
  type EvaluationResult,
  type VariableLookup,
} from '../../src/feel/expression.ts'
import { format } from '../../src/feel/values.ts'

/** February 29, 2024, a Thursday, and always the same random number. */
export const environment = { now: () => Date.UTC(2024, 1, 29, 10, 30), random: () => 0.5 }

type Variables = Readonly<Record<string, unknown>>

function lookupIn(variables: Variables): VariableLookup {
  return (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined)
}

export function evaluate(source: string, variables: Variables = {}): EvaluationResult {
  return compileFeel(source, environment).evaluate(lookupIn(variables))
}

/** The result as FEEL text; a failure begins with `failed:`. */
export function feel(source: string, variables: Variables = {}): string {
  const result = evaluate(source, variables)
  return result.ok ? format(result.value) : `failed: ${result.message}`
}

/** The types of the warnings of an evaluation. */
export function warnings(source: string, variables: Variables = {}): readonly string[] {
  return evaluate(source, variables).warnings.map(({ type }) => type)
}

export function test(source: string, input: unknown, variables: Variables = {}): string {
  const result = compileUnaryTests(source, environment).evaluate(input, lookupIn(variables))
  return result.ok ? format(result.value) : `failed: ${result.message}`
}
