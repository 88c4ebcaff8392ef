import type { Operation } from '@x/rest/shapes'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'
import { findApi, loadOperations } from '../../../src/apis.ts'
import type { CallInput } from '../../../src/calls/call.ts'
import { curlSnippet } from '../../../src/take-home/curl.ts'
import { placeholderNotes } from '../../../src/take-home/placeholders.ts'
import { createSnippet } from '../../../src/take-home/snippets.ts'
import { wireRequest } from '../../../src/take-home/wire-request.ts'

async function findOperation(name: string, id: string): Promise<Operation> {
  const operations = await loadOperations(findApi(name))
  return operations.find((operation) => operation.id === id) as Operation
}

async function codeOf(name: string, id: string, input: CallInput): Promise<Readonly<Record<string, string>>> {
  const api = findApi(name)
  const operation = await findOperation(name, id)
  const request = { api, operation, input }
  return {
    node: createSnippet('node', request),
    deno: createSnippet('deno', request),
    worker: createSnippet('worker', request),
    curl: curlSnippet(api, await wireRequest(api, operation, input), placeholderNotes(operation, input)),
  }
}

test('a script as somebody would write it', async () => {
  const input = { filter: { state: 'ACTIVE', processDefinitionKey: '9007199254740993' }, size: 50 }
  const { node, curl } = await codeOf('operate', 'processInstances.search', { params: {}, input })
  expect(node).toBe(`// npm install @x/auth @x/env @x/operate
// source the cluster client's credentials file, then run: node call.mjs
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOperateClient } from '@x/operate'

const cluster = readClusterCredentials()
const operate = createOperateClient({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl })

// Deprecated: Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
const result = await operate.processInstances.search({
  filter: { state: 'ACTIVE', processDefinitionKey: '9007199254740993' },
  size: 50,
})
console.log(JSON.stringify(result, null, 2))
`)
  // As the client sends it: all digits of a key. How they are written is up to the client.
  expect(curl).toMatch(/'\{"filter":\{"state":"ACTIVE","processDefinitionKey":"?9007199254740993"?\},"size":50\}'/)
})

test('nothing is filled in yet', async () => {
  const api = findApi('operate')
  const operation = await findOperation('operate', 'processInstances.search')
  const code = createSnippet('node', { api, operation, input: { params: {} } })
  expect(code).toContain('await operate.processInstances.search()\n')
})

test('a secret in the input stays out, and the code says so', async () => {
  const input = { secretName: 'STRIPE', secretValue: 'sk_live_1234' }
  const codes = await codeOf('console', 'secrets.create', { params: { clusterUuid: 'c1' }, input })
  for (const code of Object.values(codes)) {
    expect(code).not.toContain('sk_live')
    expect(code).toContain('REPLACE-ME stands for secretValue')
    expect(code).toContain('STRIPE')
  }
})

test('names and texts from outside stay in literals and comments', async () => {
  const api = findApi('console')
  const operation = await findOperation('console', 'clients.create')
  const hostile = ["'; pwned(); '", '"; pwned(); "', '\\', '\npwned()', '\u2028pwned()//', '*/ pwned()', '`pwned()`']
  const body = Object.fromEntries(
    hostile.flatMap((text) => [
      [`${text} secret`, text],
      [text, [text]],
    ]),
  )
  const given = { params: { clusterUuid: hostile.join('') }, input: { ...body, clientName: hostile.join('') } }
  const request = { api, operation, input: given }
  for (const runtime of ['node', 'deno', 'worker'] as const) {
    // Comments are gone then, and what is left of strings is escaped.
    const { code } = await transform(createSnippet(runtime, request), { loader: 'ts', minifyWhitespace: true })
    expect(code).toContain('pwned')
    expect(code.replace(/(?<quote>["'`])(\\.|(?!\k<quote>).)*\k<quote>/gs, '')).not.toContain('pwned')
  }
})

test('an input that the client refuses has no request', async () => {
  const input = { filter: { stat: 'ACTIVE' } }
  await expect(codeOf('operate', 'processInstances.search', { params: {}, input })).rejects.toMatchObject({
    code: 'request_invalid',
    issues: [{ path: 'filter.stat' }],
  })
})
