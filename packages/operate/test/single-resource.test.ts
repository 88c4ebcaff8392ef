import { readdirSync, readFileSync } from 'node:fs'
import type { RestEvent } from '@x/rest'
import { describe, expect, test } from 'vitest'
import { createIncidents } from '../src/entries/incidents.ts'
import { createProcessInstances as createUncheckedProcessInstances } from '../src/entries/unchecked/process-instances.ts'
import { createVariables } from '../src/entries/variables.ts'
import { createOperateClient } from '../src/index.ts'
import { createOperateClient as createUncheckedClient } from '../src/unchecked.ts'
import { serve, testAuth } from './serve.ts'

const KEY = '2251799813685249'
const wrong = '{"key":7,"state":"ACTIVE"}'

type Methods = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>
type Create = (source: object) => Methods

/** The factory of an entry, whatever its name. */
async function load(path: string): Promise<Create> {
  const exports = Object.values((await import(path)) as Record<string, Create>)
  expect(exports).toHaveLength(1)
  return exports[0] as Create
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const names = readdirSync(new URL('../src/api', import.meta.url))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'shared')

/** All modules that an entry loads at run time. */
function loads(module: URL, found = new Set<string>()): Set<string> {
  for (const [, clause = '', from = ''] of readFileSync(module, 'utf8').matchAll(
    /^(?:import|export) ([^'"]*?)from '([^']+)'/gms,
  )) {
    const name = from.startsWith('.') ? new URL(from, module).href : from
    if (clause.startsWith('type ') || found.has(name)) continue
    found.add(name)
    if (from.startsWith('.')) loads(new URL(name), found)
  }
  return found
}

describe.each([
  ['checked', '../src/entries'],
  ['unchecked', '../src/entries/unchecked'],
])('each resource alone, %s', (kind, folder) => {
  test.each(names)('%s has the methods of the client and sends the same', async (name) => {
    const create = await load(`${folder}/${name}.ts`)
    const { baseUrl, received } = await serve(({ method }) => ({
      body: method === 'POST' ? '{"items":[],"total":0}' : wrong,
    }))
    const options = { auth: testAuth(), baseUrl, validate: 'off' } as const
    const alone = create(options)
    const client = createOperateClient(options) as unknown as Record<string, Methods>
    const same = client[camelCase(name)] as Methods
    expect(Object.keys(alone)).toEqual(Object.keys(same))
    for (const resource of [alone, same]) {
      await resource.search?.({ filter: { key: KEY } })
      await resource.get?.(KEY)
    }
    const sent = received.map(({ method, path, body }) => [method, path, body])
    expect(sent.slice(2)).toEqual(sent.slice(0, 2))
  })

  test.each(names)('%s loads no other resource, and schemas only if it checks', (name) => {
    const loaded = [...loads(new URL(`${folder}/${name}.ts`, import.meta.url))]
    expect(loaded.includes('@x/rest/shapes')).toBe(kind === 'checked')
    const generated = loaded.filter((file) => /\/generated\/(?!shared)/.test(file))
    expect(generated).toEqual([new URL(`../src/generated/${name}.ts`, import.meta.url).href])
  })
})

test('every resource has its two sub-paths', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(Object.keys(exports)).toEqual(
    expect.arrayContaining(names.flatMap((name) => [`./${name}`, `./unchecked/${name}`])),
  )
})

describe('a resource made from a client', () => {
  test('sends through the connection of the client, with its options', async () => {
    const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
    const events: RestEvent[] = []
    const auth = testAuth()
    let sent = 0
    const operate = createOperateClient({
      auth,
      baseUrl,
      audience: 'operate-api',
      rfc3339Dates: true,
      onEvent: (event) => events.push(event),
      fetch: (url, init) => {
        sent++
        return fetch(url, init)
      },
    })
    const incidents = createIncidents(operate)
    await incidents.search({ filter: { creationTime: new Date('2026-11-20T08:15:00Z') } })
    await createUncheckedProcessInstances(operate).search()
    await createVariables(createUncheckedClient({ auth, baseUrl, audience: 'other' })).search()
    expect(sent).toBe(2)
    expect(auth.audiences).toEqual(['operate-api', 'operate-api', 'other'])
    expect(events.filter(({ type }) => type === 'request')).toHaveLength(2)
    expect(received[0]?.body).toBe('{"filter":{"creationTime":"2026-11-20T08:15:00.000+00:00"}}')
  })

  test('checks as the client does, or not at all where it is unchecked', async () => {
    const { baseUrl } = await serve(() => ({ body: wrong }))
    const client = (validate: 'lenient' | 'off') => createOperateClient({ auth: testAuth(), baseUrl, validate })
    await expect(createIncidents(client('lenient')).get(KEY)).rejects.toMatchObject({ code: 'response_invalid' })
    expect(await createIncidents(client('off')).get(KEY)).toEqual({ key: 7, state: 'ACTIVE' })
    expect(await createUncheckedProcessInstances(client('lenient')).get(KEY)).toEqual({ key: 7, state: 'ACTIVE' })
  })
})

describe('without schemas', () => {
  test('a date goes out as Operate reads it', async () => {
    const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
    const instances = createUncheckedProcessInstances({ auth: testAuth(), baseUrl })
    const startDate = new Date('2026-11-20T08:15:00Z')
    expect(await instances.search({ filter: { startDate, endDate: '2026-11-20T08:15:00Z||/d' } })).toEqual({
      items: [],
      total: 0,
      sortValues: [],
    })
    expect(received[0]?.body).toBe(
      '{"filter":{"startDate":"2026-11-20T08:15:00.000+0000","endDate":"2026-11-20T08:15:00.000+0000||/d"}}',
    )
  })

  test('names, keys, limits and responses are not checked', async () => {
    const { baseUrl, received } = await serve(() => ({ body: '{"items":[{"key":7}],"total":"many"}' }))
    const instances = createUncheckedProcessInstances({ auth: testAuth(), baseUrl }) as unknown as Methods
    const page = await instances.search?.({ filter: { stat: 'RUNNING', key: '12a' }, size: 0 })
    expect(page).toEqual({ items: [{ key: 7 }], total: 'many', sortValues: [] })
    expect(received[0]?.body).toBe('{"filter":{"stat":"RUNNING","key":"12a"},"size":0}')
  })

  test('searchAll rejects what is no page, instead of ending as if all were done', async () => {
    const { baseUrl } = await serve(() => ({ body: '{"error":"none of that"}' }))
    const instances = createUncheckedProcessInstances({ auth: testAuth(), baseUrl })
    await expect(instances.searchAll().next()).rejects.toMatchObject({
      code: 'response_invalid',
      operation: 'processInstances.search',
      issues: [{ path: 'items' }],
    })
  })
})
