// Helpers for the syntax tree of types.
import ts from 'typescript'

export type Reference = ts.TypeReferenceNode | ts.ExpressionWithTypeArguments

/** Whether a node refers to a type by a name that matches. */
export function isReference(node: ts.Node, name = /./): node is Reference {
  return (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) && name.test(referred(node))
}

/** The name that a reference has. */
export const referred = (node: Reference): string =>
  (ts.isTypeReferenceNode(node) ? node.typeName : node.expression).getText()

/** What an interface extends. */
export const basesOf = ({
  heritageClauses = [],
}: {
  readonly heritageClauses?: readonly ts.HeritageClause[] | undefined
}) => heritageClauses.flatMap(({ types }) => [...types])

/** Whether a type is null or undefined. */
export const isNothing = (node: ts.Node): boolean =>
  node.kind === ts.SyntaxKind.UndefinedKeyword || /^(null|undefined)$/.test(node.getText())

/** Returns the first result that is defined. */
export function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
