import type { Writer, Writers } from './translator.ts'

const escapes: Readonly<Record<string, string>> = { b: '\\u0008', f: '\\u000c', "'": "'" }

/** Rewrites escapes that feelin does not support. */
function text(source: string): string {
  return source.replace(/\\(.)/gs, (written, character: string) => escapes[character] ?? written)
}

/** A number that a double cannot represent becomes a bigint. */
const number: Writer = (translator, node) => {
  const source = translator.textOf(node)
  const isExact = source.includes('.') || Number.isSafeInteger(Number(source))
  return isExact ? source : translator.call('integer', [`"${source}"`])
}

export const literalWriters: Writers = {
  NumericLiteral: number,
  StringLiteral: (translator, node) => text(translator.textOf(node)),
  AtLiteral: (translator, node) => translator.call('@', [text(translator.textOf(node).slice(1))]),
}
