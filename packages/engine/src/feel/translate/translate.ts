import type { SyntaxNode } from '../syntax.ts'
import { listWriters } from './lists.ts'
import { literalWriters } from './literals.ts'
import { nameWriters } from './names.ts'
import { operatorWriters } from './operators.ts'
import { testWriters } from './tests.ts'
import { Translator, type Writers } from './translator.ts'

/**
 * feelin parses and evaluates FEEL, but some operators behave differently in Camunda. The expression is therefore
 * rewritten before evaluation: these operators, and all built-in functions, become calls to functions in the library.
 *
 * `amount > 1000 and contains(name, "x")` becomes `f2(f0(v0, 1000), f1(v1, "x"))`. The generated names cannot collide
 * with process variables or feelin's functions.
 */
export interface Translation {
  readonly text: string
  /** The variables that the expression reads. Their name in `text` is `variablePrefix` plus the index. */
  readonly variables: readonly string[]
  /**
   * The variables that it reads in filters, unless an item has an entry with that name. Their prefix is `filterPrefix`.
   */
  readonly filterVariables: readonly string[]
  /** The library functions that `text` calls. Their prefix is `functionPrefix`. */
  readonly functions: readonly string[]
  /** Why the expression is rejected, although it can be parsed. */
  readonly problem: string | undefined
}

/** The name of the value that unary tests test. */
export const inputName = '__input'

const writers: Writers = { ...nameWriters, ...literalWriters, ...operatorWriters, ...testWriters, ...listWriters }

export function translate(source: string, root: SyntaxNode): Translation {
  const translator = new Translator(source, writers, root.name === 'UnaryTests' ? inputName : undefined)
  const text = translator.write(root, undefined)
  const { variables, filterVariables, functions, problem } = translator
  return { text, variables, filterVariables, functions, problem }
}
