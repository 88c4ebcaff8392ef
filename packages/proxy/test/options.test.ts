import { consoleApi } from '@x/console'
import { operations as consoleOperations } from '@x/console/operations'
import { operateApi } from '@x/operate'
import { operations } from '@x/operate/operations'
import { expect, test } from 'vitest'
import { createProxy, type ProxiedApi, ProxyConfigError, type ProxyOptions } from '../src/index.ts'
import { createProxyAuth } from '../src/page.ts'
import { ORIGIN } from './serve.ts'

const operate: ProxiedApi = {
  ...operateApi,
  baseUrl: 'https://operate.example.com/cluster',
  auth: { headers: async () => ({}) },
  operations,
  allow: ['processInstances.get'],
}
const options: ProxyOptions = { basePath: '/camunda', origins: [ORIGIN], session: () => true, apis: { operate } }

test.each<[string, object]>([
  ['basePath', { basePath: undefined }],
  ['basePath', { basePath: 'camunda' }],
  ['basePath', { basePath: '/a b' }],
  ['basePath', { basePath: '/../a' }],
  ['basePath', { basePath: '/a/..' }],
  ['origins', { origins: undefined }],
  ['origins', { origins: [] }],
  ['origins', { origins: ['*'] }],
  ['origins', { origins: ['null'] }],
  ['origins', { origins: ['app.example.com'] }],
  ['origins', { origins: [`${ORIGIN}/`] }],
  ['origins', { origins: ['file:///'] }],
  ['session', { session: undefined }],
  ['authorize', { authorize: true }],
  ['maxBodyBytes', { maxBodyBytes: -1 }],
  ['maxBodyBytes', { maxBodyBytes: Number.NaN }],
  ['timeoutMs', { timeoutMs: 0 }],
  ['timeoutMs', { timeoutMs: Infinity }],
  ['apis.a/b', { apis: { 'a/b': operate } }],
  ['apis.operate.baseUrl', { apis: { operate: { ...operate, baseUrl: undefined } } }],
  ['apis.operate.baseUrl', { apis: { operate: { ...operate, baseUrl: '/operate' } } }],
  ['apis.operate.baseUrl', { apis: { operate: { ...operate, baseUrl: 'ftp://operate' } } }],
  ['apis.operate.baseUrl', { apis: { operate: { ...operate, baseUrl: 'https://user:hunter2@operate' } } }],
  ['apis.operate.baseUrl', { apis: { operate: { ...operate, baseUrl: 'https://operate/?a' } } }],
  ['apis.operate.versionPath', { apis: { operate: { ...operate, versionPath: 'v1' } } }],
  ['apis.operate.auth', { apis: { operate: { ...operate, auth: undefined } } }],
  ['apis.operate.operations', { apis: { operate: { ...operate, operations: undefined } } }],
  ['apis.operate.allow', { apis: { operate: { ...operate, allow: undefined } } }],
  ['apis.operate.allow', { apis: { operate: { ...operate, allow: ['processInstances.gett'] } } }],
])('%s that cannot be is named: %o', (option, change) => {
  const make = (): unknown => createProxy({ ...options, ...change } as ProxyOptions)
  expect(make).toThrow(ProxyConfigError)
  expect(make).toThrow(expect.objectContaining({ code: 'config_invalid', option }))
  expect(make).not.toThrow(/hunter2/)
})

test('the description of an API is all that it needs besides operations, and what follows it wins', async () => {
  const sent: unknown[] = []
  const audiences: unknown[] = []
  const headers = async (audience: string | undefined) => {
    audiences.push(audience)
    return {}
  }
  const clusters = { ...consoleApi, auth: { headers }, operations: consoleOperations, allow: ['clusters.list'] }
  const proxy = createProxy({
    ...options,
    apis: { console: clusters, other: { ...clusters, baseUrl: 'https://console.example.com', audience: 'other' } },
    fetch: async (url) => {
      sent.push(url)
      return new Response('[]')
    },
  })
  for (const name of ['console', 'other']) {
    const headers = await createProxyAuth().headers(undefined)
    await proxy(new Request(`http://localhost/camunda/${name}/clusters`, { headers }))
  }
  expect(sent).toEqual(['https://api.cloud.camunda.io/clusters', 'https://console.example.com/clusters'])
  expect(audiences).toEqual(['api.cloud.camunda.io', 'other'])
})

test.each([
  [{ basePath: '/camunda' }, {}, '/camunda/operate/v1'],
  [{ basePath: '/camunda/' }, {}, '/camunda/operate/v1'],
  [{ basePath: '/' }, {}, '/operate/v1'],
  [{ basePath: '/a/b' }, { baseUrl: new URL('https://operate.example.com/cluster/v1/') }, '/a/b/operate/v1'],
])('addresses join in one way: %o', async (base, api, mount) => {
  const sent: unknown[] = []
  const proxy = createProxy({
    ...options,
    ...base,
    apis: { operate: { ...operate, ...api } },
    fetch: async (url) => {
      sent.push(url)
      return new Response('{}')
    },
  })
  const headers = await createProxyAuth().headers(undefined)
  const answer = await proxy(new Request(`http://localhost${mount}/process-instances/1`, { headers }))
  expect(answer.status).toBe(200)
  expect(sent).toEqual(['https://operate.example.com/cluster/v1/process-instances/1'])
})
