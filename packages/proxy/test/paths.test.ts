import { operations as consoleOperations } from '@x/console/operations'
import { operations as modelerOperations } from '@x/modeler/operations'
import { expect, test } from 'vitest'
import { pageHeaders, requestLines, startProxy, statusOf } from './serve.ts'

const base = '/camunda/operate/v1'

test('a listed operation reaches its address, and nothing else of the request does', async () => {
  const { raw, received } = await startProxy()
  const answer = await raw(
    ...requestLines(`GET ${base}/process-instances/2251799813685249`, 'Accept: application/json'),
  )
  expect(statusOf(answer)).toBe(200)
  expect(answer).toContain('{"items":[],"total":0}')
  expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /cluster/v1/process-instances/2251799813685249',
  ])
})

test('one text has one form, however it came', async () => {
  const { raw, received } = await startProxy()
  for (const id of ['a@b', 'a%40b', '%61%40%62']) await raw(...requestLines(`GET ${base}/decision-instances/${id}`))
  expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/cluster/v1/decision-instances/a%40b']))
  expect(received).toHaveLength(3)
})

test.each([
  // What exists, but is not allowed.
  `GET ${base}/incidents/2251799813685249`,
  `DELETE ${base}/process-instances/2251799813685249`,
  `PUT ${base}/process-instances/search`,
  `HEAD ${base}/process-instances/2251799813685249`,
  `OPTIONS ${base}/process-instances/search`,
  `GET ${base}/drd/1`,
  // Out of the API: browsers and URLs resolve this by themselves.
  `GET ${base}/process-instances/../../../admin`,
  `GET ${base}/process-instances/.%2E/incidents/1`,
  `GET ${base}/process-instances/..\\..\\incidents`,
  `GET //camunda/operate/v1/decision-instances/a`,
  // Almost an allowed one.
  `POST ${base}/process-instances/search.`,
  `POST ${base}/process-instances/search.json`,
  `POST ${base}/process-instances/Search`,
  `POST ${base}/process-instances/%73earch`,
  `POST ${base}/process-instances/search%20`,
  `POST ${base}/process-instances/%ef%bd%93earch`,
  `POST ${base}/Process-Instances/search`,
  // The schema of the key.
  `GET ${base}/process-instances/search`,
  `GET ${base}/process-instances/1e3`,
  `GET ${base}/process-instances/1%20`,
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

test.each([
  // A way up, or nothing.
  'process-instances/..',
  'process-instances/%2e%2e',
  'process-instances/..;/incidents',
  'decision-instances/...',
  'decision-instances/%20',
  'decision-instances/.%20.',
  'decision-instances/%e2%80%8b',
  'decision-instances/%e2%80%a5',
  'decision-instances/',
  'decision-instances//a',
  'decision-instances/a/',
  '/decision-instances/a',
  'process-instances/search/',
  // A slash, in any encoding or width.
  'process-instances/%2e%2e%2fincidents%2f1',
  'process-instances/1%2f..%2f..%2fincidents%2f1',
  'process-instances/%252e%252e%252fincidents',
  'process-instances/..%5cincidents',
  'decision-instances/a%2fb',
  'decision-instances/a%5cb',
  'decision-instances/a%252fb',
  'decision-instances/%ef%bc%8f',
  'decision-instances/%e2%84%80',
  // What ends or splits a path for some servers.
  'process-instances/1;a=b',
  'decision-instances/a%3bb',
  'decision-instances/a%3fb',
  'decision-instances/a%23b',
  'decision-instances/a%00',
  'decision-instances/a%0d%0aX:y',
  'decision-instances/a%7f',
  'decisionInstances/..%00',
  // Broken encoding.
  'decision-instances/%c0%ae%c0%ae',
  'decision-instances/%zz',
  'decision-instances/%',
  'decision-instances/100%25',
])('the segments of %s are refused, with a reason', async (path) => {
  const { raw, received, events } = await startProxy()
  const answer = await raw(...requestLines(`GET ${base}/${path}`))
  expect(statusOf(answer)).toBe(400)
  expect(answer).toContain('"type":"proxy:path_refused"')
  expect(received).toEqual([])
  expect(events).toMatchObject([{ status: 400, reason: 'path_refused' }])
})

const consoleAt = (baseUrl: string, ...allow: string[]) => ({
  console: { baseUrl, auth: { headers: async () => ({}) }, operations: consoleOperations, allow },
})

test.each(['my secret', 'Schlüssel', 'ключ', '密钥', 'a[0]|b^c`{d}"<e>', 'a+b=c&d', '🔑 👨‍👩‍👧', '1.2.3', 'a..b', '-'])(
  'a secret named %o can be updated and deleted',
  async (name) => {
    const seen: unknown[] = []
    const clusters = 'https://console.example.com/clusters/c/secrets/'
    const { call } = await startProxy({
      fetch: async (url, init) => {
        seen.push(`${init.method} ${url}`)
        return new Response(null, { status: 204 })
      },
      authorize: (_session, { params }) => params.secretName === name,
      apis: consoleAt('https://console.example.com', 'secrets.update', 'secrets.delete'),
    })
    const headers = { ...pageHeaders, 'content-type': 'application/json' }
    const path = `/camunda/console/clusters/c/secrets/${encodeURIComponent(name)}`
    expect((await call(path, { method: 'PUT', headers, body: '{"secretValue":"x"}' })).status).toBe(204)
    expect((await call(path, { method: 'DELETE' })).status).toBe(204)
    expect(seen).toEqual(['PUT', 'DELETE'].map((method) => `${method} ${clusters}${encodeURIComponent(name)}`))
  },
)

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
    apis: consoleAt('http://127.0.0.1:1', 'backups.delete', 'clusters.get'),
  })
  const paths = [
    ...['schedule', 'Schedule', 'schedule.', 'schedule.json', '%73chedule', 'SCHEDULE.x'],
    // Servers that trim, drop what is invisible, or normalize accents and width.
    ...['schedule ', ' schedule', 'schedule . json', 'sched\u200bule', 'schédule', 'ｓｃｈｅｄｕｌｅ', 'ſchedule'].map(
      encodeURIComponent,
    ),
  ]
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
  const refused = { 'a...': 404, '...b': 404, '......': 400, 'a..b': 404, 'a...%2e%2e': 400, 'a...%20': 400, a: 404 }
  for (const [bad, status] of Object.entries(refused)) {
    expect(statusOf(await raw(...requestLines(`GET ${compare}/${bad}`))), bad).toBe(status)
  }
  expect(seen).toEqual(['https://modeler.example.com/api/v1/versions/compare/a...b'])
})

test('the query is what the operation declares, encoded anew', async () => {
  const seen: string[] = []
  const query = { shape: { kind: 'object', members: [{ name: 'size' }, { name: 'tag' }] } }
  const list = { id: 'things.list', method: 'GET', path: '/things', query }
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
