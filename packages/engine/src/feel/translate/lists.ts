import { childNamed, childrenOf, operands, type SyntaxNode } from '../syntax.ts'
import { bind } from './scope.ts'
import type { Writer, Writers } from './translator.ts'

/** `for`, `some` and `every`; the last two test a list of conditions that `for` produces. */
const iteration: Writer = (translator, node, scope) => {
  const [iterators, result] = operands(node) as [SyntaxNode, SyntaxNode]
  let inner = scope
  const written = childrenOf(iterators).map((iterator) => {
    const text = translator.copy(iterator, inner)
    inner = bind([translator.nameOf(iterator.firstChild ?? iterator)], inner)
    return text
  })
  const quantifier = childNamed(node, 'some') ?? childNamed(node, 'every')
  if (!quantifier) inner = bind(['partial'], inner)
  const loop = `for ${written.join(', ')} return ${translator.write(result, inner)}`
  return quantifier ? translator.call(quantifier.name, [loop]) : loop
}

/** What a loop iterates over: a list, or the numbers between two bounds. */
const iterated: Writer = (translator, node, scope) => {
  const values = translator.writeAll(operands(node), scope)
  return translator.call(values.length === 2 ? 'sequence' : 'items', values)
}

const conditions = ['Comparison', 'FunctionInvocation', 'Conjunction', 'Disjunction']

const filter: Writer = (translator, node, scope) => {
  const [list, test] = operands(node) as [SyntaxNode, SyntaxNode]
  if (test.name === 'NumericLiteral') return translator.call('item at', translator.writeAll([list, test], scope))
  const item = translator.newItemName()
  const lambda = `function(${item}) ${translator.write(test, { item, outer: scope })}`
  const outside = conditions.includes(test.name) ? 'null' : translator.write(test, scope)
  return translator.call('filter', [translator.write(list, scope), lambda, outside])
}

export const listWriters: Writers = {
  ForExpression: iteration,
  QuantifiedExpression: iteration,
  IterationContext: iterated,
  FilterExpression: filter,
}
