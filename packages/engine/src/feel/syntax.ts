import { parseExpression, parseUnaryTests } from 'feelin'

/** A node of feelin's parse tree. */
export type SyntaxNode = ReturnType<typeof parseExpression>['topNode']

/** Camunda's dialect: names in backticks, multiline text. */
const dialect = 'camunda'

export function parse(source: string, kind: 'expression' | 'unary tests'): SyntaxNode {
  const read = kind === 'expression' ? parseExpression : parseUnaryTests
  return read(source, {}, dialect).topNode
}

/** The node's children, without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!isComment(child)) children.push(child)
  }
  return children
}

export function childNamed(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return childrenOf(node).find((child) => child.name === name)
}

const tokens = new Set(
  '( ) [ ] { } . .. , : in between and or if then else for return some every satisfies instance of not ArithOp CompareOp'.split(
    ' ',
  ),
)

/** The node's children without the tokens of the operator. */
export function operands(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => !tokens.has(name))
}

export function contains(node: SyntaxNode, name: string): boolean {
  return node.name === name || childrenOf(node).some((child) => contains(child, name))
}

export function isComment({ name }: SyntaxNode): boolean {
  return name === 'LineComment' || name === 'BlockComment'
}

/** Returns the first syntax error that the parser found, if any. */
export function findSyntaxError(source: string, root: SyntaxNode): string | undefined {
  const error = source.trim() === '' ? root : firstError(root)
  if (!error) return undefined
  const found = source.slice(error.from).trimStart().slice(0, 10)
  return `unexpected ${found ? `"${found}"` : 'end'} at ${positionIn(source, error.from)}`
}

/** The line and column, counted from 1. */
export function positionIn(source: string, offset: number): string {
  const before = source.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

function firstError(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type.isError) return node
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const error = firstError(child)
    if (error) return error
  }
  return undefined
}
