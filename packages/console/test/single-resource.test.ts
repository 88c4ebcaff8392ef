import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createActivity } from '../src/activity.ts'
import { createBackups } from '../src/backups.ts'
import { createClients } from '../src/clients.ts'
import { createClusters } from '../src/clusters.ts'
import { createConsoleClient } from '../src/index.ts'
import { createMembers } from '../src/members.ts'
import { createMeta } from '../src/meta.ts'
import { createMonitoring } from '../src/monitoring.ts'
import { operations } from '../src/operations.ts'
import { createSecrets } from '../src/secrets.ts'
import { createSecureConnectivity } from '../src/secure-connectivity.ts'
import { sample } from './sample.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const factories = {
  clusters: createClusters,
  clients: createClients,
  secrets: createSecrets,
  backups: createBackups,
  monitoring: createMonitoring,
  secureConnectivity: createSecureConnectivity,
  members: createMembers,
  activity: createActivity,
  meta: createMeta,
}
type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>
const fileOf = (resource: string): string => `${resource.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`

/** What a source file imports when it runs: types are gone by then. */
function runtimeImports(file: URL, found = new Set<string>()): Set<string> {
  const statements = /^(?:import|export) (\{[^}]*\}|\w+) from '([^']+)'/gm // `import type` is no match
  for (const [, names = '', from = ''] of readFileSync(file, 'utf8').matchAll(statements)) {
    const onlyTypes = /^\{[\s\S]*\}$/.test(names) && !/[{,]\s*(?!type\b)\w/.test(names)
    if (onlyTypes || found.has(from)) continue
    if (!from.startsWith('.')) found.add(from)
    else runtimeImports(new URL(from, file), found)
  }
  return found
}

describe('a resource alone', () => {
  it('is there for each resource of the client', () => {
    expect(Object.keys(factories)).toEqual(Object.keys(createConsoleClient({ auth: { headers: async () => ({}) } })))
  })

  it.each(Object.entries(factories))('%s has the same methods and sends the same', async (resource, create) => {
    const alone = create({ auth: { headers: async () => ({}) }, baseUrl: server.url }) as unknown as Methods
    const rows = operations.filter(({ id }) => id.startsWith(`${resource}.`))
    expect(rows).not.toHaveLength(0)
    for (const row of rows) {
      const result = row.response && sample(row.response)
      server.answer(result === undefined ? {} : { body: JSON.stringify(result) })
      const body = row.body && sample(row.body)
      const method = alone[row.id.slice(resource.length + 1)]
      const given = await method?.(...Object.keys(row.params ?? {}), ...(body === undefined ? [] : [body]))
      expect(given).toEqual(result)
      const path = row.path.replace(/[{}]/g, '')
      expect(server.seen).toMatchObject([{ method: row.method, path, body: body ? JSON.stringify(body) : '' }])
    }
  })

  it.each(Object.keys(factories))('%s brings no schemas', (resource) => {
    const file = new URL(`../src/${fileOf(resource)}`, import.meta.url)
    expect([...runtimeImports(file)]).toEqual(['@x/rest'])
  })

  it('would show the schemas if they were there', () => {
    expect([...runtimeImports(new URL('../src/index.ts', import.meta.url))].sort()).toEqual([
      '@x/rest',
      '@x/rest/validation',
    ])
  })
})
