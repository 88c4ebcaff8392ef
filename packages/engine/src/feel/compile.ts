import { evaluate, FeelFunction } from 'feelin'
import { findRejectedSyntax } from './camunda-syntax.ts'
import { prepareSource } from './prepare-source.ts'
import { findSyntaxError, parse } from './syntax.ts'
import { inputName, type Translation, translate } from './translate/translate.ts'
import { filterPrefix, functionPrefix, variablePrefix } from './translate/translator.ts'

export type ExpressionKind = 'expression' | 'unary tests'

export interface Compiled {
  readonly problem: string | undefined
  /** The variables that it reads, the variables that it reads in filters, and the library functions that it calls. */
  readonly variables: readonly string[]
  readonly filterVariables: readonly string[]
  readonly functions: readonly string[]
  body(): FeelBody
}

export interface FeelBody {
  readonly text: string
  /** Evaluates it, given the input of unary tests, the variables, the filter variables and the functions. */
  readonly apply: (...values: unknown[]) => unknown
  /** The list that feelin returned when it created the function, to which each call adds its warnings. */
  readonly warnings: ReturnType<typeof evaluate>['warnings']
}

const cache = new Map<string, Compiled>()
const cacheSize = 5000

/**
 * Compiles FEEL, or returns the cached result: a test suite deploys the same models to many engines, and parsing takes
 * a hundred times as long as evaluating.
 */
export function compile(text: string, kind: ExpressionKind): Compiled {
  const key = `${kind}:${text}`
  let compiled = cache.get(key)
  if (!compiled) {
    compiled = compileNew(text, kind)
    if (cache.size >= cacheSize) cache.clear()
    cache.set(key, compiled)
  }
  return compiled
}

function compileNew(text: string, kind: ExpressionKind): Compiled {
  try {
    const source = prepareSource(text)
    const root = parse(source, kind)
    const reason = findSyntaxError(source, root) ?? findRejectedSyntax(source, root)
    if (reason) return broken(text, reason)
    const translation = translate(source, root)
    return translation.problem ? broken(text, translation.problem) : toCompiled(translation)
  } catch (error) {
    // Thousands of nested brackets overflow the parser's stack. That is a problem of the model, not a crash.
    return broken(text, error instanceof Error ? error.message : String(error))
  }
}

function toCompiled(translation: Translation): Compiled {
  const { variables, filterVariables, functions } = translation
  let body: FeelBody | undefined
  return { problem: undefined, variables, filterVariables, functions, body: () => (body ??= compileBody(translation)) }
}

function broken(text: string, reason: string): Compiled {
  const problem = `failed to parse expression '${text}': ${reason}`
  const body = () => {
    throw new Error(problem)
  }
  return { problem, variables: [], filterVariables: [], functions: [], body }
}

/**
 * feelin parses on every evaluation. So it evaluates, once, the definition of a FEEL function whose parameters are the
 * variables; calling that function evaluates its body.
 */
function compileBody({ text, variables, filterVariables, functions }: Translation): FeelBody {
  const parameters = [
    inputName,
    ...variables.map((_, index) => variablePrefix + index),
    ...filterVariables.map((_, index) => filterPrefix + index),
    ...functions.map((_, index) => functionPrefix + index),
  ]
  const definition = `function(${parameters.join(', ')}) ${text}`
  const { value, warnings } = evaluate(definition, {}, 'camunda')
  if (!(value instanceof FeelFunction)) throw new TypeError(`feelin did not return a function for ${text}`)
  return { text: definition, apply: value.fn, warnings }
}
