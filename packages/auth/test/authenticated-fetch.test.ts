import { type Received, startServer, type TestServer } from 'test-servers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AuthError, createOAuth, type OAuth, type OAuthOptions } from '../src/index.ts'
import { startTokenServer, type TokenServer } from './support/token-server.ts'

let tokens: TokenServer
let api: TestServer
let seen: Received[]
/** The tokens that the API no longer takes. */
let withdrawn: Set<string>
let url: string
beforeEach(async () => {
  tokens = await startTokenServer()
  withdrawn = new Set()
  api = await startServer(({ headers: { authorization = '' } }) => {
    const isOut = withdrawn.has(authorization) || withdrawn.has('*')
    return isOut ? { status: 401, body: 'no longer' } : { body: 'fine' }
  })
  seen = api.received
  url = `${api.url}/`
})
afterEach(async () => {
  await api.close()
  await tokens.close()
})

const make = (more: Partial<OAuthOptions> = {}): OAuth =>
  createOAuth({ tokenUrl: tokens.url, clientId: 'a', clientSecret: 'b', minTokenIntervalMs: 0, ...more })

test.each([301, 302, 303, 307, 308])('returns a %i, and sends neither token nor body to its target', async (status) => {
  const elsewhere = await startServer(() => ({}))
  const redirecting = await startServer(() => ({ status, headers: { location: `${elsewhere.url}/` } }))
  const from = `${redirecting.url}/`
  const send = make().fetch('a')
  for (const input of [from, new Request(from, { method: 'POST', body: 'hidden' })]) {
    expect((await send(input, { method: 'POST', body: 'hidden' })).status).toBe(status)
  }
  expect(elsewhere.received).toEqual([])
  expect((await send(from, { redirect: 'follow' })).status).toBe(200)
  await Promise.all([elsewhere.close(), redirecting.close()])
})

test('behaves like fetch: method, body and headers arrive, and our headers take precedence', async () => {
  const send: typeof globalThis.fetch = make().fetch('audience')
  const response = await send(new URL(url), {
    method: 'PUT',
    body: 'text',
    headers: [
      ['X-Own', 'kept'],
      ['Authorization', 'Basic replaced'],
    ],
  })
  expect([response.status, await response.text()]).toEqual([200, 'fine'])
  const request = new Request(url, { method: 'POST', body: 'from a Request', headers: { 'x-own': 'in it' } })
  await send(request)
  await send(request.url, { headers: new Headers({ 'x-own': 'third' }) })
  expect(seen.map(({ method, body, headers }) => [method, body, headers['x-own'], headers.authorization])).toEqual([
    ['PUT', 'text', 'kept', 'Bearer token-1'],
    ['POST', 'from a Request', 'in it', 'Bearer token-1'],
    ['GET', '', 'third', 'Bearer token-1'],
  ])
  expect(tokens.requests.map(({ form }) => form.audience)).toEqual(['audience'])
})

test("the caller's arguments are not changed", async () => {
  const headers = { 'x-own': 'kept' }
  const init = { headers }
  await make().fetch()(url, init)
  expect(init).toEqual({ headers: { 'x-own': 'kept' } })
  expect(init.headers).toBe(headers)
})

const stream = (): ReadableStream => new Blob(['body']).stream()
async function* parts(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('body')
}
const form = (): FormData => {
  const data = new FormData()
  data.set('a', 'body')
  return data
}
const streamed = { method: 'POST', duplex: 'half' } as object
test.each<[string, number, (url: string) => [string | Request, RequestInit?]]>([
  ['nothing', 2, (at) => [at]],
  ['text', 2, (at) => [at, { method: 'POST', body: 'body' }]],
  ['bytes', 2, (at) => [at, { method: 'POST', body: new TextEncoder().encode('body') }]],
  ['a Blob', 2, (at) => [at, { method: 'POST', body: new Blob(['body']) }]],
  ['a form', 2, (at) => [at, { method: 'POST', body: form() }]],
  ['a Request without one', 2, (at) => [new Request(at)]],
  ['a Request with text', 2, (at) => [new Request(at, { method: 'POST', body: 'body' })]],
  ['a Request with a stream', 2, (at) => [new Request(at, { ...streamed, body: stream() })]],
  ['a Request and another', 2, (at) => [new Request(at, { method: 'POST', body: 'first' }), { body: 'body' }]],
  ['a stream', 1, (at) => [at, { ...streamed, body: stream() }]],
  ['an async iterable', 1, (at) => [at, { ...streamed, body: parts() as never }]],
])('after 401 a request whose body is %s is sent %i times, with a new token', async (_name, times, request) => {
  const auth = make()
  withdrawn.add('Bearer token-1')
  const response = await auth.fetch('a')(...request(url))
  expect(response.status).toBe(times === 2 ? 200 : 401)
  expect(await response.text()).toBe(times === 2 ? 'fine' : 'no longer')
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'].slice(0, times))
  const bodies = seen.map(({ body }) => /body/.exec(body)?.[0] ?? body)
  expect(new Set(bodies).size).toBe(1)
  // The next call has the new token in any case.
  expect((await auth.fetch('a')(url)).status).toBe(200)
  expect(tokens.requests).toHaveLength(2)
})

test('ten calls that are rejected together renew the token once', async () => {
  const send = make().fetch('a')
  withdrawn.add('Bearer token-1')
  const all = await Promise.all(Array.from({ length: 10 }, () => send(url)))
  expect(all.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(tokens.requests).toHaveLength(2)
})

test('a second 401 is returned, and later ones are not retried', async () => {
  const send = make().fetch('a')
  withdrawn.add('*')
  for (const requests of [2, 3, 4]) {
    expect((await send(url)).status).toBe(401)
    expect(seen).toHaveLength(requests)
  }
  expect(tokens.requests).toHaveLength(2)
})

test('other failures are returned unchanged, and a missing token is an AuthError', async () => {
  const send = make().fetch('a')
  expect(await (await send(url)).text()).toBe('fine')
  await api.close()
  await expect(send(url)).rejects.toThrow(TypeError)
  tokens.answer = (response) => response.writeHead(401).end() as never
  await expect(make().fetch('a')(url)).rejects.toBeInstanceOf(AuthError)
})

test('a signal aborts it, passed either way', async () => {
  tokens.answer = () => {}
  const send = make().fetch('a')
  for (const call of [
    (signal: AbortSignal) => send(url, { signal }),
    (signal: AbortSignal) => send(new Request(url, { signal })),
  ]) {
    const controller = new AbortController()
    const waiting = call(controller.signal)
    const reason = new Error('no longer needed')
    controller.abort(reason)
    await expect(waiting).rejects.toBe(reason)
  }
  expect(seen).toHaveLength(0)
})

test('sends with the fetch that was passed in', async () => {
  const urls: string[] = []
  const fetch: NonNullable<OAuthOptions['fetch']> = (url, init) => {
    urls.push(url)
    return globalThis.fetch(url, init)
  }
  await make({ fetch }).fetch('a')(url)
  expect(urls).toEqual([tokens.url, url])
})
