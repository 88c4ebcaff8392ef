import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConsoleClient } from '../src/index.ts'
import { type Operation, operations } from '../src/operations.ts'
import { sample } from './sample.ts'
import { startServer, type TestServer } from './server.ts'

type Method = (...args: unknown[]) => Promise<unknown>

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const auth = { headers: async () => ({ authorization: 'Bearer token-1' }) }

function methodOf(client: object, id: string): Method {
  const [resource, verb] = id.split('.') as [string, string]
  return (client as Record<string, Record<string, Method>>)[resource]?.[verb] as Method
}

/** Path parameters that only survive when they are encoded as one segment each. */
const paramsOf = (row: Operation): string[] => Object.keys(row.params ?? {}).map((name) => `${name} a/b?ü`)

describe.each(['lenient', 'strict', 'off'] as const)('every operation of the table, validation %s', (validate) => {
  it.each(operations.map((row) => [row.id, row] as const))('%s', async (id, row) => {
    const client = createConsoleClient({ auth, baseUrl: `${server.url}/base/`, validate })
    const params = paramsOf(row)
    const body = row.body && sample(row.body.shape)
    const result = row.response && sample(row.response.shape)
    server.answer(result === undefined ? {} : { body: JSON.stringify(result) })

    const given = await methodOf(client, id)(...params, ...(body === undefined ? [] : [body]))

    const [request] = server.seen
    expect(server.seen).toHaveLength(1)
    expect(request?.method).toBe(row.method)
    let index = 0
    expect(request?.path).toBe(
      `/base${row.path.replace(/\{[^}]+\}/g, () => encodeURIComponent(params[index++] ?? ''))}`,
    )
    expect(request?.body ? JSON.parse(request.body) : undefined).toEqual(body)
    expect(request?.headers['content-type']).toBe(body === undefined ? undefined : 'application/json')
    expect(request?.headers.authorization).toBe('Bearer token-1')
    expect(given).toEqual(result)
  })
})

describe('the operation table', () => {
  it('has as many operations as the README says, each once', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(`all ${operations.length} operations`)
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
    expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length)
  })

  it.each(operations.map((row) => [row.id, row] as const))('%s names its parameters as its path does', (_id, row) => {
    const names = [...row.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
    expect(Object.keys(row.params ?? {})).toEqual(names)
    expect(row.summary).not.toBe('')
  })

  it('gives a result for each answer that is read, and only for these', () => {
    const silent = operations.filter((row) => row.returns === 'none')
    expect(silent.filter((row) => row.response)).toEqual([])
    expect(operations.filter((row) => row.returns !== 'none' && !row.response)).toEqual([])
    expect(silent).not.toHaveLength(0)
  })

  it('is all that the resources offer, but for waiting', () => {
    const client = createConsoleClient({ auth })
    const methods = Object.entries(client).flatMap(([resource, methods]) =>
      Object.keys(methods).map((verb) => `${resource}.${verb}`),
    )
    expect(methods.sort()).toEqual([...operations.map(({ id }) => id), 'clusters.waitUntilHealthy'].sort())
  })

  it('checks every operation by the schemas of its row', async () => {
    const client = createConsoleClient({ auth, baseUrl: server.url })
    for (const row of operations.filter(({ body }) => body)) {
      server.answer({})
      const call = methodOf(client, row.id)(...paramsOf(row), { [`${row.id}?`]: 1 })
      await expect(call, row.id).rejects.toMatchObject({ code: 'request_invalid', operation: row.id, part: 'body' })
      expect(server.seen).toEqual([])
    }
    for (const row of operations.filter(({ response, returns }) => response && returns !== 'text')) {
      server.answer({ body: '7' })
      const call = methodOf(client, row.id)(...paramsOf(row), ...(row.body ? [sample(row.body.shape)] : []))
      await expect(call, row.id).rejects.toMatchObject({ code: 'response_invalid', operation: row.id })
    }
  })
})
