import { childNamed, childrenOf, contains, operands, type SyntaxNode } from '../syntax.ts'
import type { Scope } from './scope.ts'
import type { Translator, Writer, Writers } from './translator.ts'

/** `value in tests`: within the tests, `?` is the value. */
export function membership(
  translator: Translator,
  value: SyntaxNode,
  [tests]: readonly SyntaxNode[],
  scope: Scope | undefined,
): string {
  const input = translator.write(value, scope)
  const outer = translator.input
  translator.input = input
  const written = match(translator, input, tests, scope)
  translator.input = outer
  return written
}

function match(translator: Translator, input: string, tests: SyntaxNode | undefined, scope: Scope | undefined): string {
  const list = tests?.name === 'PositiveUnaryTests' ? childrenOf(tests) : tests ? [tests] : []
  return translator.call('match', [input, `[${translator.writeAll(list, scope).join(', ')}]`])
}

const unaryTests: Writer = (translator, node, scope) => {
  if (childNamed(node, 'Wildcard')) return 'true'
  const matched = match(translator, translator.input ?? 'null', childNamed(node, 'PositiveUnaryTests'), scope)
  return childNamed(node, 'not') ? translator.call('not', [matched]) : matched
}

const unaryTest: Writer = (translator, node, scope) => {
  const [test] = childrenOf(node)
  if (test?.name === 'BooleanLiteral') return translator.call('test', ['"="', translator.textOf(test)])
  const text = translator.copy(node, scope)
  return contains(node, '?') ? translator.call('predicate', [text]) : text
}

/** A comparison without its left side, or an interval. */
const simpleTest: Writer = (translator, node, scope) => {
  const symbol = childNamed(node, 'CompareOp')
  if (!symbol) return translator.copy(node, scope)
  return translator.call('test', [`"${translator.textOf(symbol)}"`, ...translator.writeAll(operands(node), scope)])
}

const interval: Writer = (translator, node, scope) => {
  const { source } = translator
  const included = [source[node.from] === '[', source[node.to - 1] === ']'].map(String)
  return translator.call('range', [...translator.writeAll(operands(node), scope), ...included])
}

const input: Writer = (translator) => {
  if (translator.input === undefined) translator.problem ??= "'?' can only be used inside a unary test"
  return translator.input ?? 'null'
}

export const testWriters: Writers = {
  UnaryTests: unaryTests,
  PositiveUnaryTest: unaryTest,
  SimplePositiveUnaryTest: simpleTest,
  Interval: interval,
  '?': input,
}
