import { createRequire } from 'node:module'
import { parseJson } from '@x/rest/json'
import { arePeersInstalled, peersFolder } from '../catalog.ts'

/** A way to read a page, and whether it is at hand. */
export interface Parser {
  readonly id: string
  readonly title: string
  readonly parse: (text: string) => unknown
}

type Reviver = (name: string, value: unknown, context: { readonly source?: string }) => unknown

/** Gives long integers as text, as the standard offers it. */
const revive: Reviver = (_name, value, { source }) =>
  typeof value === 'number' && source !== undefined && source.length > 15 ? source : value

/** The ways that there are: the platform's, ours and, where it is installed, the official SDK's. */
export function parsers(): Parser[] {
  const all: Parser[] = [
    { id: 'native', title: 'JSON.parse (rounds keys)', parse: (text) => JSON.parse(text) },
    { id: 'x-rest', title: '@x/rest parseJson', parse: parseJson },
    { id: 'reviver', title: 'reviver with context.source', parse: (text) => JSON.parse(text, revive as never) },
  ]
  if (arePeersInstalled()) {
    const require = createRequire(new URL('camunda-sdk.js', peersFolder))
    // Not exported by name: this is what its Operate client reads a search with.
    const folder = new URL('.', `file://${require.resolve('@camunda8/sdk')}`)
    const { parseSearchResults } = require(new URL('operate/lib/parseSearchResults.js', folder).pathname)
    const { ProcessInstance } = require(new URL('operate/lib/OperateDto.js', folder).pathname)
    all.push({
      id: 'camunda-sdk',
      title: "@camunda8/sdk's search parser",
      parse: (text) => parseSearchResults(text, ProcessInstance),
    })
  }
  return all
}
