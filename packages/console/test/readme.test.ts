import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { ApiError } from '@x/rest'
import { expect, it } from 'vitest'
import { createClusters } from '../src/entries/clusters.ts'
import { createBackups } from '../src/entries/unchecked/backups.ts'
import { createConsoleClient } from '../src/index.ts'
import { type Operation, operations } from '../src/operations.ts'
import { sample } from './sample.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n')

/** Answers each operation with what its row promises; there is no backup schedule. */
function answer(row: Operation | undefined): Response {
  if (!row || row.id === 'backups.getSchedule') return new Response('', { status: 404 })
  const value = row.response && sample(row.response.shape)
  // The first known state is `Creating`; the README does not want to wait.
  return Response.json(row.id === 'clusters.get' ? { ...(value as object), status: { ready: 'Healthy' } } : value)
}

it('shows code that runs', async () => {
  const called: string[] = []
  const kept: string[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { origin, pathname: path } = new URL(request.url)
    // The token belongs to whom the credentials name, and to nobody else.
    expect(origin).toBe('http://localhost:8080')
    const pathname = path.replace(/^\/console/, '')
    const row = operations.find(
      ({ method, path }) =>
        method === request.method && new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname),
    )
    called.push(row?.id ?? pathname)
    return answer(row)
  }
  const names = {
    createOAuth: () => ({ headers: async () => ({ authorization: 'Bearer t' }) }),
    createConsoleClient: (options: Parameters<typeof createConsoleClient>[0]) =>
      createConsoleClient({ ...options, fetch }),
    readOrganizationCredentials: () => ({ consoleUrl: 'http://localhost:8080/console' }),
    createClusters,
    createBackups,
    ApiError,
    console: { log: (...texts: string[]) => kept.push(...texts) },
    keep: async (...texts: string[]) => kept.push(...texts),
  }
  const script = stripTypeScriptTypes(code.replace(/^import .*$/gm, ''))
  const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...args: unknown[]) => Promise<void>
  await new AsyncFunction(...Object.keys(names), script)(...Object.values(names))

  expect(called).toEqual([
    'clusters.list',
    'clusters.getParameters',
    'clusters.create',
    'clusters.get',
    'clients.create',
    'backups.getSchedule',
  ])
  expect(kept).toEqual(['name ü', 'name ü', 'Creating', 'clientId ü', 'clientSecret ü'])
})

it('lists every method', () => {
  const listed = [...readme.matchAll(/^\| `(\w+)` +\| (.*) \|$/gm)].flatMap(([, resource, methods = '']) =>
    [...methods.matchAll(/`(\w+)`/g)].map(([, verb]) => `${resource}.${verb}`),
  )
  const expected = operations.filter((row) => !row.deprecated).map(({ id }) => id)
  expect(listed.sort()).toEqual([...expected, 'clusters.waitUntilHealthy'].sort())
})

it.each([...readme.matchAll(/@x\/console\/([\w/-]+)['`]/g)].map(([, name]) => name))(
  'names the sub-path %s',
  (name) => {
    const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(Object.keys(exports)).toContain(`./${name}`)
  },
)
