import { operations as consoleOperations } from '@x/console/operations'
import { operations as modelerOperations } from '@x/modeler/operations'
import { expect, test } from 'vitest'
import { requestLines, startProxy, statusOf } from './serve.ts'

const base = '/camunda/operate/v1'

test('a listed operation reaches its address, and nothing else of the request does', async () => {
  const { raw, received } = await startProxy()
  const answer = await raw(
    ...requestLines(`GET ${base}/process-instances/2251799813685249`, 'Accept: application/json'),
  )
  expect(statusOf(answer)).toBe(200)
  expect(answer).toContain('{"items":[],"total":0}')
  expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /cluster/v1/process-instances/2251799813685249',
  ])
})

test('one text has one form, however it came', async () => {
  const { raw, received } = await startProxy()
  for (const id of ['a@b', 'a%40b', '%61%40%62']) await raw(...requestLines(`GET ${base}/decision-instances/${id}`))
  expect(new Set(received.map(({ url }) => url))).toEqual(new Set(['/cluster/v1/decision-instances/a%40b']))
  expect(received).toHaveLength(3)
})

test.each([
  // What is there, but not listed.
  `GET ${base}/incidents/2251799813685249`,
  `DELETE ${base}/process-instances/2251799813685249`,
  `PUT ${base}/process-instances/search`,
  `HEAD ${base}/process-instances/2251799813685249`,
  `OPTIONS ${base}/process-instances/search`,
  // Out of the API and back into it.
  `GET ${base}/process-instances/..`,
  `GET ${base}/process-instances/../../../admin`,
  `GET ${base}/process-instances/%2e%2e`,
  `GET ${base}/process-instances/.%2E/incidents/1`,
  `GET ${base}/process-instances/%2e%2e%2fincidents%2f1`,
  `GET ${base}/process-instances/1%2f..%2f..%2fincidents%2f1`,
  `GET ${base}/process-instances/%252e%252e%252fincidents`,
  `GET ${base}/process-instances/..%5cincidents`,
  `GET ${base}/process-instances/..\\..\\incidents`,
  `GET ${base}/process-instances/..;/incidents`,
  `GET ${base}/process-instances/1;a=b`,
  `GET ${base}/decisionInstances/..%00`,
  `GET ${base}/drd/1`,
  `GET ${base}/decision-instances/a%2fb`,
  `GET ${base}/decision-instances/a%5cb`,
  `GET ${base}/decision-instances/a%00`,
  `GET ${base}/decision-instances/a%0d%0aX:y`,
  `GET ${base}/decision-instances/a%3fb`,
  `GET ${base}/decision-instances/a%23b`,
  `GET ${base}/decision-instances/a%3bb`,
  `GET ${base}/decision-instances/a%252fb`,
  `GET ${base}/decision-instances/...`,
  `GET ${base}/decision-instances/%ef%bc%8f`,
  `GET ${base}/decision-instances/%c0%ae%c0%ae`,
  `GET ${base}/decision-instances/%`,
  `GET ${base}/decision-instances/`,
  `GET ${base}/decision-instances//a`,
  `GET ${base}/decision-instances/a/`,
  `GET ${base}//decision-instances/a`,
  `GET //camunda/operate/v1/decision-instances/a`,
  // Almost a listed one.
  `POST ${base}/process-instances/search.`,
  `POST ${base}/process-instances/search.json`,
  `POST ${base}/process-instances/search/`,
  `POST ${base}/process-instances/Search`,
  `POST ${base}/process-instances/%73earch`,
  `POST ${base}/Process-Instances/search`,
  // The schema of the key.
  `GET ${base}/process-instances/search`,
  `GET ${base}/process-instances/1e3`,
  // Another mount.
  'GET /camunda/operate/process-instances/1',
  'GET /camunda/operate/v2/process-instances/1',
  'GET /camunda/operatev1/process-instances/1',
  'GET /CAMUNDA/operate/v1/process-instances/1',
  'GET /camunda/constructor/v1/process-instances/1',
  'GET /camunda/__proto__/v1/process-instances/1',
  'GET /operate/v1/process-instances/1',
  'GET /',
])('%s is not found', async (requestLine) => {
  const { raw, received, events } = await startProxy()
  const answer = await raw(...requestLines(requestLine))
  expect(statusOf(answer)).toBe(404)
  expect(received).toEqual([])
  expect(events).toMatchObject([{ status: 404, reason: 'not_found' }])
})

test.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])('%s changes no method', async (name) => {
  const { raw, received } = await startProxy()
  await raw(...requestLines(`GET ${base}/process-instances/1`, `${name}: DELETE`))
  expect(received.map(({ method }) => method)).toEqual(['GET'])
  expect(received[0]?.headers).not.toHaveProperty(name.toLowerCase())
  await raw(...requestLines(`DELETE ${base}/process-instances/1`, `${name}: GET`))
  expect(received).toHaveLength(1)
})

test('an operation is not a way around to another one that its template also fits', async () => {
  const { raw, received } = await startProxy({
    apis: {
      console: {
        baseUrl: 'http://127.0.0.1:1',
        auth: { headers: async () => ({}) },
        operations: consoleOperations,
        allow: ['backups.delete', 'clusters.get'],
      },
    },
  })
  const paths = ['schedule', 'Schedule', 'schedule.', 'schedule.json', '%73chedule', 'SCHEDULE.x']
  for (const id of paths) {
    expect(statusOf(await raw(...requestLines(`DELETE /camunda/console/clusters/c/backups/${id}`)))).toBe(404)
  }
  expect(statusOf(await raw(...requestLines('GET /camunda/console/clusters/parameters')))).toBe(404)
  // Nothing listens there: what is passed on is a bad gateway.
  expect(statusOf(await raw(...requestLines('DELETE /camunda/console/clusters/c/backups/b1')))).toBe(502)
  expect(statusOf(await raw(...requestLines('GET /camunda/console/clusters/c1')))).toBe(502)
  expect(received).toEqual([])
})

test('a segment may hold two parameters; each has to be something', async () => {
  const seen: string[] = []
  const { raw } = await startProxy({
    fetch: async (url) => {
      seen.push(String(url))
      return new Response('{}')
    },
    apis: {
      modeler: {
        baseUrl: 'https://modeler.example.com/api/v1',
        versionPath: '/api/v1',
        auth: { headers: async () => ({}) },
        operations: modelerOperations,
        allow: ['versions.compare'],
      },
    },
  })
  const compare = '/camunda/modeler/api/v1/versions/compare'
  expect(statusOf(await raw(...requestLines(`GET ${compare}/a...b`)))).toBe(200)
  for (const bad of ['a...', '...b', '......', 'a..b', 'a...%2e%2e', 'a']) {
    expect(statusOf(await raw(...requestLines(`GET ${compare}/${bad}`))), bad).toBe(404)
  }
  expect(seen).toEqual(['https://modeler.example.com/api/v1/versions/compare/a...b'])
})

test('the query is what the operation declares, encoded anew', async () => {
  const seen: string[] = []
  const list = { id: 'things.list', method: 'GET', path: '/things', query: { entries: { size: {}, tag: {} } } }
  const { call, received } = await startProxy({
    fetch: async (url) => {
      seen.push(String(url))
      return new Response('{}')
    },
    apis: {
      any: {
        baseUrl: 'https://any.example.com',
        auth: { headers: async () => ({}) },
        operations: [list],
        allow: ['things.list'],
      },
    },
  })
  const statuses = []
  for (const query of ['?size=5&tag=a%26b&tag=c', '', '?constructor=1', '?size=5&token=x', '?Size=5', '?%00=1']) {
    statuses.push((await call(`/camunda/any/things${query}`)).status)
  }
  expect(statuses).toEqual([200, 200, 400, 400, 400, 400])
  expect(seen).toEqual(['https://any.example.com/things?size=5&tag=a%26b&tag=c', 'https://any.example.com/things'])
  expect((await call(`${base}/process-instances/1?access_token=x`)).status).toBe(400)
  expect(received).toEqual([])
})
