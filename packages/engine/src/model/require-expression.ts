import type { Expression } from '../feel/expression.ts'
import type { Reading } from './draft.ts'
import type { ModdleElement } from './moddle.ts'

/** Compiles an attribute that must be an expression. `what` is its name in messages, such as `condition`. */
export function requireExpression(source: ModdleElement, text: string, what: string, reading: Reading): Expression {
  const expression = reading.expression(source, text)
  if (expression.isStatic) reading.problems.add(source.id, `Its ${what} must be an expression, which begins with '='.`)
  return expression
}

export function optionalExpression(
  source: ModdleElement,
  text: string | undefined,
  what: string,
  reading: Reading,
): Expression | undefined {
  return text ? requireExpression(source, text, what, reading) : undefined
}
