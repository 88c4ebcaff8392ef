import { childNamed, operands, type SyntaxNode } from '../syntax.ts'
import { membership } from './tests.ts'
import type { Writer, Writers } from './translator.ts'

const arithmetic: Writer = (translator, node, scope) => {
  const [left, right] = operands(node)
  const symbol = translator.textOf(childNamed(node, 'ArithOp') as SyntaxNode)
  if (left && right) return translator.call(symbol === '^' ? '**' : symbol, translator.writeAll([left, right], scope))
  return translator.call('negate', translator.writeAll(operands(node), scope))
}

const names = { Conjunction: ['and', 'and then'], Disjunction: ['or', 'or else'] } as const

/** The right side becomes a function, so that an assertion in it is not evaluated if the left side already decides. */
const logic: Writer = (translator, node, scope) => {
  const [left, right] = operands(node) as [SyntaxNode, SyntaxNode]
  const [plain, lazy] = names[node.name as keyof typeof names]
  const values = translator.writeAll([left, right], scope) as [string, string]
  if (!/\bassert\s*\(/.test(translator.textOf(right))) return translator.call(plain, values)
  return translator.call(lazy, [values[0], `function() ${values[1]}`])
}

const comparison: Writer = (translator, node, scope) => {
  const [value, ...others] = operands(node) as [SyntaxNode, ...SyntaxNode[]]
  if (childNamed(node, 'in')) return membership(translator, value, others, scope)
  const symbol = childNamed(node, 'CompareOp')
  const name = symbol ? translator.textOf(symbol) : 'between'
  return translator.call(name, translator.writeAll([value, ...others], scope))
}

const conditional: Writer = (translator, node, scope) => {
  const [condition, then, otherwise] = translator.writeAll(operands(node), scope)
  return `if ${translator.call('true?', [condition ?? ''])} then ${then} else ${otherwise}`
}

const instanceOf: Writer = (translator, node, scope) => {
  const [value, type] = operands(node) as [SyntaxNode, SyntaxNode]
  return translator.call('instance of', [translator.write(value, scope), JSON.stringify(translator.nameOf(type))])
}

/** feelin reads properties, except `timezone`, for which Camunda knows named zones only. */
const path: Writer = (translator, node, scope) => {
  const [value, name] = operands(node)
  if (!value || !name || translator.nameOf(name) !== 'timezone') return translator.copy(node, scope)
  return translator.call('timezone', [translator.write(value, scope)])
}

export const operatorWriters: Writers = {
  ArithmeticExpression: arithmetic,
  Conjunction: logic,
  Disjunction: logic,
  Comparison: comparison,
  IfExpression: conditional,
  InstanceOfExpression: instanceOf,
  PathExpression: path,
}
