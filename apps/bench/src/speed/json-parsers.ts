import { createRequire } from 'node:module'
import { parseJson } from '@x/rest/json'
import { arePeersInstalled, peersFolder } from '../catalog.ts'

/** A way to parse a page. */
export interface Parser {
  readonly id: string
  readonly title: string
  readonly parse: (text: string) => unknown
}

type Reviver = (name: string, value: unknown, context: { readonly source?: string }) => unknown

/** Returns long integers as text, with the standard's own feature. */
const revive: Reviver = (_name, value, { source }) =>
  typeof value === 'number' && source !== undefined && source.length > 15 ? source : value

/** The available parsers: the platform's, ours and, if it is installed, the official SDK's. */
export function parsers(): Parser[] {
  const all: Parser[] = [
    { id: 'native', title: 'JSON.parse (rounds keys)', parse: (text) => JSON.parse(text) },
    { id: 'x-rest', title: '@x/rest parseJson', parse: parseJson },
    { id: 'reviver', title: 'reviver with context.source', parse: (text) => JSON.parse(text, revive as never) },
  ]
  if (arePeersInstalled()) {
    const require = createRequire(new URL('camunda-sdk.js', peersFolder))
    // Not exported by name: its Operate client parses searches with this.
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
