import { FeelFunction } from 'feelin'
import type { FeelEnvironment } from './environment.ts'
import { type Signature, SignedFunction } from './function.ts'
import { booleanFunctions } from './functions/boolean.ts'
import { contextFunctions } from './functions/context.ts'
import { conversionFunctions } from './functions/conversion.ts'
import { listFunctions } from './functions/list.ts'
import { numericFunctions, randomNumericFunctions } from './functions/numeric.ts'
import { processFunctions } from './functions/process.ts'
import { rangeFunctions } from './functions/range.ts'
import { statisticsFunctions } from './functions/statistics.ts'
import { randomStringFunctions, stringFunctions } from './functions/string.ts'
import { clockFunctions, temporalFunctions } from './functions/temporal.ts'
import { operators } from './operators.ts'

export type Library = ReadonlyMap<string, FeelFunction>

/** An operator as a function. Users cannot call it, so its arguments need no checks. */
class Operator extends FeelFunction {
  readonly #apply: (...operands: readonly unknown[]) => unknown

  constructor(apply: (...operands: readonly unknown[]) => unknown) {
    super(apply, [])
    this.#apply = apply
  }

  override invoke(operands: readonly unknown[]): unknown {
    return this.#apply(...operands)
  }
}

/** The functions that are the same for every engine. */
const shared = toFunctions({
  ...booleanFunctions,
  ...stringFunctions,
  ...numericFunctions,
  ...listFunctions,
  ...statisticsFunctions,
  ...contextFunctions,
  ...rangeFunctions,
  ...conversionFunctions,
  ...temporalFunctions,
  ...processFunctions,
})
const libraries = new WeakMap<FeelEnvironment, Library>()

/** The functions that read the clock or draw random numbers. */
function ownFunctions(environment: FeelEnvironment): Map<string, FeelFunction> {
  return toFunctions({
    ...randomStringFunctions(environment),
    ...randomNumericFunctions(environment),
    ...clockFunctions(environment),
  })
}

const names: ReadonlySet<string> = new Set([
  ...shared.keys(),
  ...ownFunctions({ now: () => 0, random: () => 0 }).keys(),
])

// Added last, because expressions cannot call an operator by its name.
for (const [name, apply] of Object.entries(operators)) shared.set(name, new Operator(apply))

/** Whether Camunda has a built-in function with this name. */
export function isBuiltIn(name: string): boolean {
  return names.has(name)
}

/** Camunda's built-in functions and the operators as functions, with one engine's clock and random numbers. */
export function libraryOf(environment: FeelEnvironment): Library {
  let library = libraries.get(environment)
  if (!library) {
    library = new Map([...shared, ...ownFunctions(environment)])
    libraries.set(environment, library)
  }
  return library
}

function toFunctions(table: Readonly<Record<string, readonly Signature[]>>): Map<string, FeelFunction> {
  return new Map(Object.entries(table).map(([name, signatures]) => [name, new SignedFunction(name, signatures)]))
}
