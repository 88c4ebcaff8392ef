import { createOAuth } from '@x/auth'
import { consoleApi, createConsoleClient } from '@x/console'
import { operations as consoleOperations } from '@x/console/operations'
import { serve } from '@x/emulator/node'
import { createModelerClient, modelerApi } from '@x/modeler'
import { operations as modelerOperations } from '@x/modeler/operations'
import { createOperateClient, operateApi } from '@x/operate'
import { operations as operateOperations } from '@x/operate/operations'
import { ApiError } from '@x/rest'
import { expect, onTestFinished, test } from 'vitest'
import { createProxy, createSessionCookie, type ProxyEvent } from '../src/index.ts'
import { toNodeListener } from '../src/node.ts'
import { createProxyAuth } from '../src/page.ts'
import { listen, ORIGIN } from './serve.ts'

/** The emulator, the proxy before it, and a `fetch` that adds what a browser adds to requests of a page. */
async function setup() {
  const { emulator, close } = await serve({ rateLimit: false })
  onTestFinished(close)
  const cluster = createOAuth({ ...emulator.credentials('cluster'), minTokenIntervalMs: 0 })
  const organization = createOAuth({ ...emulator.credentials('organization'), minTokenIntervalMs: 0 })
  const sessions = createSessionCookie<{ user: string }>({ secret: 'a secret of the tests that is long enough' })
  const events: ProxyEvent[] = []
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [ORIGIN],
    session: sessions.read,
    onEvent: (event) => events.push(event),
    apis: {
      operate: {
        ...operateApi,
        baseUrl: emulator.url('operate'),
        auth: cluster,
        operations: operateOperations,
        allow: ['processInstances.search', 'processInstances.get', 'processDefinitions.getXml', 'incidents.search'],
      },
      console: {
        ...consoleApi,
        baseUrl: emulator.url('console'),
        auth: organization,
        operations: consoleOperations,
        allow: ['clusters.list', 'meta.getIpRanges'],
      },
      modeler: {
        ...modelerApi,
        baseUrl: emulator.url('modeler'),
        auth: organization,
        operations: modelerOperations,
        allow: ['projects.search', 'projects.create', 'info.get'],
      },
    },
  })
  const { port } = await listen(toNodeListener(proxy))
  const cookie = (await sessions.issue({ user: 'jane' })).split(';')[0] ?? ''
  const browser =
    (cookie: string) =>
    (url: string | URL | Request, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      headers.set('cookie', cookie)
      headers.set('sec-fetch-site', 'same-origin')
      if (init.method !== 'GET') headers.set('origin', ORIGIN)
      return fetch(url, { ...init, headers })
    }
  const page = `http://127.0.0.1:${port}/index.html`
  const options = (api: string, signedIn = true) => ({
    auth: createProxyAuth(),
    baseUrl: new URL(`/camunda/${api}`, page),
    fetch: browser(signedIn ? cookie : ''),
  })
  return { emulator, events, options }
}

test('the clients work in a page as they do elsewhere', async () => {
  const { emulator, options } = await setup()
  const operate = createOperateClient(options('operate'))
  const { items, total } = await operate.processInstances.search({ size: 5 })
  expect(items).toHaveLength(5)
  const [first] = items
  expect(await operate.processInstances.get(first?.key ?? '')).toEqual(first)
  expect(await operate.processDefinitions.getXml(first?.processDefinitionKey ?? '')).toContain('<bpmn')
  const keys: string[] = []
  for await (const { key } of operate.processInstances.searchAll({ size: 50 })) keys.push(key)
  expect(keys).toHaveLength(total)
  const large = keys.find((key) => BigInt(key) > 2n ** 53n) ?? ''
  expect((await operate.processInstances.get(large)).key).toBe(large)

  const modeler = createModelerClient(options('modeler'))
  const project = await modeler.projects.create({ name: 'From a page' })
  const found = await modeler.projects.search({ filter: { name: 'From a page' } })
  expect(found.items.map(({ id }) => id)).toEqual([project.id])
  expect((await createConsoleClient(options('console')).clusters.list()).length).toBeGreaterThan(0)
  // One token for the cluster client, one for the organization's, for all of it.
  expect(emulator.journal.count({ kind: 'token' })).toBe(2)
})

test('what needs no authentication at Camunda carries the header of the page too', async () => {
  const { emulator, options } = await setup()
  expect(await createConsoleClient(options('console')).meta.getIpRanges()).toBeTypeOf('object')
  expect(emulator.journal.count({ kind: 'console', status: 200 })).toBe(1)
})

test('what is not listed is an ApiError in the page and nothing in Camunda', async () => {
  const { emulator, events, options } = await setup()
  const operate = createOperateClient(options('operate'))
  const error = await operate.processInstances.delete('2251799813685249').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 404, type: 'proxy:not_found' })
  await expect(createConsoleClient(options('console')).clients.list('c')).rejects.toMatchObject({ status: 404 })
  expect(emulator.journal.entries).toEqual([])
  expect(events.map(({ reason }) => reason)).toEqual(['not_found', 'not_found'])
})

test('errors of Camunda are the same in a page', async () => {
  const { options } = await setup()
  const operate = createOperateClient(options('operate'))
  await expect(operate.processInstances.get('1')).rejects.toMatchObject({
    status: 404,
    type: 'Requested resource not found',
  })
})

test('somebody who is not signed in gets 401, and costs no token', async () => {
  const { emulator, options } = await setup()
  const operate = createOperateClient(options('operate', false))
  await expect(operate.incidents.search()).rejects.toMatchObject({ status: 401, type: 'proxy:session_missing' })
  expect(emulator.journal.entries).toEqual([])
})

test('a token that Camunda takes back is renewed behind the page’s back', async () => {
  const { emulator, options } = await setup()
  const operate = createOperateClient(options('operate'))
  await operate.incidents.search()
  emulator.controls.expireTokens()
  await operate.incidents.search()
  expect(emulator.journal.count({ kind: 'token', status: 200 })).toBe(2)
})
