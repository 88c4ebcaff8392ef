import { readdirSync, readFileSync } from 'node:fs'
import type { RestEvent } from '@x/rest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClients } from '../src/entries/clients.ts'
import { createClients as createUncheckedClients } from '../src/entries/unchecked/clients.ts'
import { createClusters } from '../src/entries/unchecked/clusters.ts'
import { createConsoleClient } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { sample } from './sample.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const auth = { headers: async () => ({}) }
const names = readdirSync(new URL('../src/entries/unchecked', import.meta.url)).map((file) => file.replace('.ts', ''))
const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>
type Create = (source: object) => Methods

/** The factory of an entry, whatever its name. */
async function load(path: string): Promise<Create> {
  const exports = Object.values((await import(path)) as Record<string, Create>)
  expect(exports).toHaveLength(1)
  return exports[0] as Create
}

/** What a source file imports when it runs: types are gone by then. */
function runtimeImports(file: URL, found = new Set<string>()): Set<string> {
  const statements = /^(?:import|export) ([^'"]*?)from '([^']+)'/gms
  for (const [, clause = '', from = ''] of readFileSync(file, 'utf8').matchAll(statements)) {
    const name = from.startsWith('.') ? new URL(from, file).href : from
    if (clause.startsWith('type ') || found.has(name)) continue
    found.add(name)
    if (from.startsWith('.')) runtimeImports(new URL(name), found)
  }
  return found
}

describe.each([
  ['checked', '../src/entries'],
  ['unchecked', '../src/entries/unchecked'],
])('a resource alone, %s', (kind, folder) => {
  it.each(names)('%s has the methods of the client and sends the same', async (name) => {
    const resource = camelCase(name)
    const alone = (await load(`${folder}/${name}.ts`))({ auth, baseUrl: server.url })
    const client = createConsoleClient({ auth }) as unknown as Record<string, Methods>
    expect(Object.keys(alone)).toEqual(Object.keys(client[resource] as Methods))
    const rows = operations.filter(({ id }) => id.startsWith(`${resource}.`))
    expect(rows).not.toHaveLength(0)
    for (const row of rows) {
      const result = row.response && sample(row.response.shape)
      server.answer(result === undefined ? {} : { body: JSON.stringify(result) })
      const body = row.body && sample(row.body.shape)
      const method = alone[row.id.slice(resource.length + 1)]
      const given = await method?.(...Object.keys(row.params ?? {}), ...(body === undefined ? [] : [body]))
      expect(given).toEqual(result)
      const path = row.path.replace(/[{}]/g, '')
      expect(server.seen).toMatchObject([{ method: row.method, path, body: body ? JSON.stringify(body) : '' }])
    }
  })

  it.each(names)('%s loads schemas only if it checks', (name) => {
    const loaded = runtimeImports(new URL(`${folder}/${name}.ts`, import.meta.url))
    expect(loaded).toContain('@x/rest')
    expect(loaded.has('@x/rest/shapes')).toBe(kind === 'checked')
  })
})

describe('a resource made from a client', () => {
  it('sends through the connection of the client, with its options', async () => {
    const events: RestEvent[] = []
    const asked: unknown[] = []
    let sent = 0
    const administration = createConsoleClient({
      auth: {
        headers: async (audience) => {
          asked.push(audience)
          return { authorization: 'Bearer token-1' }
        },
      },
      baseUrl: server.url,
      audience: 'api.example.com',
      onEvent: (event) => events.push(event),
      fetch: (url, init) => {
        sent++
        return fetch(url, init)
      },
    })
    server.answer({ body: '[]' })
    expect(await createClients(administration).list('c')).toEqual([])
    expect(await createClusters(administration).list()).toEqual([])
    expect(sent).toBe(2)
    expect(asked).toEqual(['api.example.com', 'api.example.com'])
    expect(events.filter(({ type }) => type === 'request')).toHaveLength(2)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-1'])
  })

  it('checks as the client does, or not at all where it is unchecked', async () => {
    const client = (validate: 'lenient' | 'off') => createConsoleClient({ auth, baseUrl: server.url, validate })
    server.answer({ body: '[7]' })
    await expect(createClients(client('lenient')).list('c')).rejects.toMatchObject({ code: 'response_invalid' })
    expect(await createClients(client('off')).list('c')).toEqual([7])
    expect(await createUncheckedClients(client('lenient')).list('c')).toEqual([7])
  })
})

describe('the package', () => {
  it('exports its entries, and each resource twice', () => {
    const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    const subPaths = names.flatMap((name) => [`./${name}`, `./unchecked/${name}`])
    const others = ['.', './about', './unchecked', './operations', './package.json']
    expect(Object.keys(exports).sort()).toEqual([...others, ...subPaths].sort())
  })
})
