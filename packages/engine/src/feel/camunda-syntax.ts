import { childNamed, childrenOf, positionIn, type SyntaxNode } from './syntax.ts'

/**
 * Finds syntax that feelin accepts and Camunda's parser rejects, described as a syntax error; undefined if there is
 * none.
 */
export function findRejectedSyntax(source: string, node: SyntaxNode): string | undefined {
  const reason = rejection(source, node)
  if (reason) return `${reason} at ${positionIn(source, node.from)}`
  for (const child of childrenOf(node)) {
    const found = findRejectedSyntax(source, child)
    if (found) return found
  }
  return undefined
}

function rejection(source: string, node: SyntaxNode): string | undefined {
  const text = source.slice(node.from, node.to)
  switch (node.name) {
    case 'VariableName':
      // feelin reads `a b` as one name. Function names may contain spaces.
      return node.parent?.name === 'FunctionInvocation' ? undefined : nameWithSpaces(text)
    case 'PathName':
      return text === 'time offset' ? undefined : nameWithSpaces(text)
    case 'SimplePositiveUnaryTest':
      return simpleTest(text, node)
    case 'NumericLiteral':
      return /e/i.test(text) ? `unexpected "${text}"` : undefined
    case 'ArithmeticExpression':
      return text.startsWith('+') ? 'unexpected "+"' : undefined
    case 'IterationContext':
      return node.firstChild?.name === 'SimplePositiveUnaryTest' ? `unexpected "${text}"` : undefined
    case 'FunctionDefinition':
      return childNamed(node, 'external') && 'external functions are not supported'
    default:
      return undefined
  }
}

function nameWithSpaces(text: string): string | undefined {
  return /\s/.test(text) && !text.startsWith('`') ? `'${text}' is not a name; put it in backticks` : undefined
}

/**
 * A comparison without its left side is a test only with `<`, `<=`, `>` or `>=`; the test for `= 1` is written `1`, and
 * for `!= 1`, `not(1)`. Anywhere else it is a mistake, such as `x == 1`.
 */
function simpleTest(text: string, node: SyntaxNode): string | undefined {
  if (node.firstChild?.name !== 'CompareOp') return undefined
  const isTest = node.parent?.name === 'PositiveUnaryTest' && /^[<>]/.test(text)
  return isTest ? undefined : `unexpected "${text}"`
}
