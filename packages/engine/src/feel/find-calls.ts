import type { FeelEnvironment } from './environment.ts'
import { compileFeel } from './expression.ts'
import { childNamed, childrenOf, operands, parse, type SyntaxNode } from './syntax.ts'
import { toJson } from './to-json.ts'

/** An argument of a call: as it is written, and its value if it is a constant, as JSON. */
export interface Argument {
  readonly text: string
  readonly value: unknown
}

/** The arguments of one call, by position or by name. */
export type Call = Readonly<Record<string | number, Argument>>

/** Finds the calls of a function in an expression with a leading `=`, without evaluating it. */
export function findCalls(text: string, name: string, environment: FeelEnvironment): readonly Call[] {
  // Parsing may take long, and very few expressions contain such a call.
  if (!text.startsWith('=') || !text.includes(name)) return []
  const source = text.slice(1)
  const textOf = ({ from, to }: SyntaxNode): string => source.slice(from, to).trim()
  const argument = (node: SyntaxNode): Argument => {
    const result = compileFeel(textOf(node), environment).evaluate(() => undefined)
    return { text: textOf(node), value: result.ok ? toJson(result.value) : null }
  }
  const calls: Call[] = []
  const visit = (node: SyntaxNode): void => {
    const [called] = childrenOf(node)
    if (node.name === 'FunctionInvocation' && called !== undefined && textOf(called) === name) {
      calls.push(readArguments(node, textOf, argument))
    }
    for (const child of childrenOf(node)) visit(child)
  }
  visit(parse(source, 'expression'))
  return calls
}

function readArguments(
  call: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
  argument: (node: SyntaxNode) => Argument,
): Call {
  const positional = childNamed(call, 'PositionalParameters')
  if (positional !== undefined)
    return Object.fromEntries(operands(positional).map((node, index) => [index, argument(node)]))
  const named = childNamed(call, 'NamedParameters')
  const pairs = (named === undefined ? [] : childrenOf(named)).filter((node) => node.name === 'NamedParameter')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, value] = operands(pair) as [SyntaxNode, SyntaxNode]
      return [textOf(name), argument(value)]
    }),
  )
}
