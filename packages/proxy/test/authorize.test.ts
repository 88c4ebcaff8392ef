import { createProcessInstances } from '@x/operate/process-instances'
import { expect, test } from 'vitest'
import { type AuthorizedCall, createProxy } from '../src/index.ts'
import { createProxyAuth } from '../src/page.ts'
import { ORIGIN, pageHeaders, startProxy } from './serve.ts'

const get = '/camunda/operate/v1/process-instances/1'
const search = '/camunda/operate/v1/process-instances/search'
const json = { ...pageHeaders, 'content-type': 'application/json' }

/** What `authorize` gets for a body, with the status of the response. */
async function see(body: BodyInit) {
  const calls: AuthorizedCall[] = []
  const authorize = (_session: unknown, call: AuthorizedCall) => calls.push(call) > 0
  const { call, received } = await startProxy({ authorize })
  const answer = await call(search, { method: 'POST', headers: json, body })
  return { answer, body: calls[0]?.body, asked: calls.length, received }
}

test('the host decides call by call', async () => {
  const asked: unknown[] = []
  const { call, received } = await startProxy({
    session: () => ({ user: 'jane' }),
    authorize: (session, call) => {
      asked.push({ session, call })
      return call.params.key === '1'
    },
  })
  expect((await call(get)).status).toBe(200)
  expect((await call('/camunda/operate/v1/process-instances/2')).status).toBe(403)
  expect(asked[1]).toEqual({
    session: { user: 'jane' },
    call: {
      api: 'operate',
      operation: 'processInstances.get',
      params: { key: '2' },
      query: new URLSearchParams(),
      body: undefined,
    },
  })
  expect(received).toHaveLength(1)
})

test('anything but true is no', async () => {
  for (const answer of ['yes', 1, {}, undefined]) {
    const { call } = await startProxy({ authorize: () => answer as never })
    expect((await call(get)).status).toBe(403)
  }
})

test('a user reads their own tenant only', async () => {
  const { call, received } = await startProxy({
    session: () => ({ tenant: 'a' }),
    authorize: (session, { body }) =>
      (body as { filter?: { tenantId?: string } } | null | undefined)?.filter?.tenantId ===
      (session as { tenant: string }).tenant,
  })
  const status = async (body?: string) =>
    (await call(search, { method: 'POST', headers: json, ...(body && { body }) })).status
  expect(await status('{"filter":{"tenantId":"a"}}')).toBe(200)
  for (const body of ['{"filter":{"tenantId":"b"}}', '{"filter":{}}', '{}', '[]', 'null', '"a"']) {
    expect(await status(body), body).toBe(403)
  }
  expect(await status()).toBe(403)
  expect(received.map(({ body }) => body)).toEqual(['{"filter":{"tenantId":"a"}}'])
})

test('the body is seen as it is sent: long numbers exactly, everything else as JSON says', async () => {
  const text = `{"key":9007199254740993,"keys":[-2251799813685249,"2251799813685249",1.00000000000000001],
    "size":50,"more":{"__proto__":1,"a\\"b":[null,true,1e3,{}]},"note":"9007199254740993: \\u00e9"}`
  const { body, received } = await see(text)
  expect(body).toEqual({
    key: '9007199254740993',
    keys: ['-2251799813685249', '2251799813685249', '1.00000000000000001'],
    size: 50,
    more: JSON.parse('{"__proto__":1,"a\\"b":[null,true,1000,{}]}'),
    note: '9007199254740993: é',
  })
  expect(received[0]?.body).toBe(text)
})

test('the body cannot be changed on the way', async () => {
  const { body, received } = await see('{"filter":{"keys":["1"]}}')
  const { filter } = body as { filter: { keys: string[] } }
  expect(() => filter.keys.push('2')).toThrow(TypeError)
  expect(() => Object.assign(filter, { state: 'ACTIVE' })).toThrow(TypeError)
  expect(received[0]?.body).toBe('{"filter":{"keys":["1"]}}')
})

test.each([
  ['a name twice', '{"filter":{"tenantId":"a","tenantId":"b"}}'],
  ['a name twice, once escaped', '{"tenantId":"a","t\\u0065nantId":"b"}'],
  ['a name twice in a list', '[{"a":1},{"a":1,"a":2}]'],
  ['a name that objects have', '{"__proto__":1,"__proto__":2}'],
  ['an empty name twice', '{"":1,"":2}'],
  ['no JSON', "{'tenantId':'a'}"],
  ['a comma too many', '{"tenantId":"a",}'],
  ['a comment', '{"tenantId":"a"/*,"tenantId":"b"*/}'],
  ['two documents', '{"tenantId":"a"}{"tenantId":"b"}'],
  ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  [
    'UTF-16',
    new Uint8Array(new Uint16Array([...'{"tenantId":"a"}'].map((character) => character.charCodeAt(0))).buffer),
  ],
  ['more brackets than a stack holds', '['.repeat(400_000) + ']'.repeat(400_000)],
])('a body that servers can read in more than one way is refused: %s', async (_name, body) => {
  const { answer, asked, received } = await see(body)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ type: 'proxy:body_malformed' })
  expect({ asked, received }).toEqual({ asked: 0, received: [] })
})

test.each([
  '{"a":{"a":1},"b":{"a":1}}',
  '[{"a":1},{"a":2}]',
  '{"a":"\\"a\\": 1, \\"a\\": 2"}',
  '{"a\\\\":1,"a":2}',
  '{"a" : "b:" , "c":":"}',
])('nothing is there twice in %s', async (body) => {
  expect((await see(body)).body).toEqual(JSON.parse(body))
})

test('the query is a copy of what is sent', async () => {
  const sent: string[] = []
  const tags: unknown[] = []
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [ORIGIN],
    session: () => true,
    authorize: (_session, { query }) => {
      tags.push(query.getAll('tag'))
      query.set('tag', 'changed')
      return true
    },
    fetch: async (url) => {
      sent.push(url)
      return new Response('{}')
    },
    apis: {
      any: {
        baseUrl: 'https://any.example.com',
        auth: { headers: async () => ({}) },
        operations: [
          {
            id: 'list',
            method: 'GET',
            path: '/things',
            query: { shape: { kind: 'object', members: [{ name: 'tag' }] } },
          },
        ],
        allow: ['list'],
      },
    },
  })
  await proxy(new Request('http://localhost/camunda/any/things?tag=a%26b&tag=c', { headers: pageHeaders }))
  expect({ tags, sent }).toEqual({ tags: [['a&b', 'c']], sent: ['https://any.example.com/things?tag=a%26b&tag=c'] })
})

test('what may not be called costs no token', async () => {
  let tokens = 0
  const headers = async () => ({ authorization: `Bearer ${++tokens}` })
  const { call } = await startProxy({ authorize: () => false, operate: { auth: { headers } } })
  expect((await call(search, { method: 'POST', headers: json, body: '{}' })).status).toBe(403)
  expect(tokens).toBe(0)
})

test.each([
  ['its text', (request: Request) => request.text()],
  ['a copy of it', (request: Request) => request.clone().json()],
  ['its first chunk', (request: Request) => request.body?.getReader().read()],
  ['nothing of it', () => undefined],
])('a session function may read %s of the body', async (_name, read) => {
  const { port, received } = await startProxy({
    session: async (request) => {
      await read(request)
      return true
    },
  })
  const { search } = createProcessInstances({
    auth: createProxyAuth(),
    baseUrl: `http://127.0.0.1:${port}/camunda/operate`,
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), origin: ORIGIN } }),
  })
  await search({ filter: { bpmnProcessId: 'x'.repeat(200_000) } })
  expect(received[0]?.body).toContain('x'.repeat(200_000))
})

test('a session function gets the very request, for hosts that know more of it', async () => {
  const users = new WeakMap<Request, string>()
  const proxy = createProxy({
    basePath: '/',
    origins: [ORIGIN],
    session: (request) => users.get(request),
    apis: {
      any: {
        baseUrl: 'https://any.example.com',
        auth: { headers: async () => ({}) },
        operations: [{ id: 'make', method: 'POST', path: '/things', body: {} }],
        allow: ['make'],
      },
    },
    fetch: async () => new Response('{}'),
  })
  const init = { method: 'POST', headers: json, body: '{}' }
  const [known, unknown] = [
    new Request('http://localhost/any/things', init),
    new Request('http://localhost/any/things', init),
  ]
  users.set(known, 'jane')
  expect((await proxy(known)).status).toBe(200)
  expect((await proxy(unknown)).status).toBe(401)
})
