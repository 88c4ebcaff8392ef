import type ts from 'typescript'

/** Something that the generator cannot express, with its position and what to write instead. */
export class DeriveError extends Error {
  override name = 'DeriveError'
}

/** Throws for a node: `src/api/jobs.ts:12 …`. */
export function reject(node: ts.Node, message: string): never {
  const source = node.getSourceFile()
  const { line } = source.getLineAndCharacterOfPosition(node.getStart())
  throw new DeriveError(`${source.fileName}:${line + 1} ${message}`)
}
