import { compile, type ExpressionKind } from './compile.ts'
import type { FeelEnvironment } from './environment.ts'
import { libraryOf } from './library.ts'
import { MissingVariable } from './missing-variable.ts'
import { run } from './run.ts'
import type { FeelWarning } from './warnings.ts'

/** Returns the value of a process variable, or undefined if it does not exist. */
export type VariableLookup = (name: string) => unknown

export type EvaluationResult =
  | { readonly ok: true; readonly value: unknown; readonly warnings: readonly FeelWarning[] }
  | { readonly ok: false; readonly message: string; readonly warnings: readonly FeelWarning[] }

/** An expression that is compiled once and evaluated as often as needed. */
export interface Expression {
  /** As written, without the leading `=`. */
  readonly text: string
  /** Whether it is a constant that was written without a leading `=`. */
  readonly isStatic: boolean
  /** Why it cannot be compiled, for which the model is rejected; otherwise undefined. */
  readonly problem: string | undefined
  /** The names of the variables that it reads, in the order of first use. */
  readonly variables: readonly string[]
  /**
   * Evaluates it. As in Camunda, FEEL rarely fails: what cannot be evaluated is null, with warnings. It fails if the
   * condition of an `assert()` is not met. The value is a FEEL value: use `toJson` before you store it.
   */
  evaluate(lookup: VariableLookup): EvaluationResult
}

/** Unary tests, as in a cell of a decision table. The result is true, false or null. */
export interface UnaryTests extends Omit<Expression, 'evaluate' | 'isStatic'> {
  evaluate(input: unknown, lookup: VariableLookup): EvaluationResult
}

/**
 * Compiles the text of an attribute that may be an expression: FEEL if it begins with `=`, otherwise a constant. As in
 * Camunda, the constants `true`, `false`, `null` and numbers have that value.
 */
export function compileExpression(text: string, environment: FeelEnvironment): Expression {
  if (text.startsWith('=') && text.length > 1) return compileFeel(text.slice(1), environment)
  return { ...constant(text, staticValue(text)), isStatic: true }
}

/** Compiles FEEL without a leading `=`, as in a decision. */
export function compileFeel(source: string, environment: FeelEnvironment): Expression {
  const name = plainName.exec(source)?.[1]
  if (name !== undefined && !reserved.has(name)) return variable(source, name)
  const { problem, variables, call } = prepare(source, 'expression', environment)
  return { text: source, isStatic: false, problem, variables, evaluate: (lookup) => call(null, lookup) }
}

/** Compiles unary tests. An empty text and `-` match everything. */
export function compileUnaryTests(source: string, environment: FeelEnvironment): UnaryTests {
  if (['', '-'].includes(source.trim())) return constant(source, true)
  const { problem, variables, call } = prepare(source, 'unary tests', environment)
  return { text: source, problem, variables, evaluate: call }
}

const plainName = /^\s*([A-Za-z_$][\w$]*)\s*$/
const reserved = new Set('null true false function in return then else satisfies and or if for some every'.split(' '))
const none: readonly never[] = []

function staticValue(text: string): unknown {
  if (text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return text
  const number = Number(text)
  return Number.isInteger(number) && !Number.isSafeInteger(number) && /^[+-]?\d+$/.test(text) ? BigInt(text) : number
}

function constant(text: string, value: unknown): Omit<Expression, 'isStatic'> {
  const result = { ok: true, value, warnings: none } as const
  return { text, problem: undefined, variables: none, evaluate: () => result }
}

/** Most expressions only name a variable. */
function variable(text: string, name: string): Expression {
  return {
    text,
    isStatic: false,
    problem: undefined,
    variables: [name],
    evaluate(lookup) {
      const value = lookup(name)
      if (value !== undefined) return { ok: true, value, warnings: none }
      return { ok: true, value: null, warnings: [noVariable(name)] }
    },
  }
}

interface Prepared {
  readonly problem: string | undefined
  readonly variables: readonly string[]
  call(input: unknown, lookup: VariableLookup): EvaluationResult
}

function prepare(source: string, kind: ExpressionKind, environment: FeelEnvironment): Prepared {
  const { problem, variables, filterVariables, functions, body } = compile(source, kind)
  if (problem !== undefined) {
    return { problem, variables, call: () => ({ ok: false, message: problem, warnings: none }) }
  }
  const library = libraryOf(environment)
  const called = functions.map((name) => library.get(name))
  return {
    problem,
    variables: [...new Set([...variables, ...filterVariables])],
    call(input, lookup) {
      const values = variables.map((name) => lookup(name))
      const inFilters = filterVariables.map((name) => lookup(name) ?? new MissingVariable(name))
      return run(source, body, variables, [input, ...values, ...inFilters, ...called])
    },
  }
}

function noVariable(name: string): FeelWarning {
  return { type: 'NO_VARIABLE_FOUND', message: `No variable found with name '${name}'` }
}
