import { once } from 'node:events'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createProxy, type ProxyEvent } from '../src/index.ts'
import { listen, ORIGIN, pageHeaders, requestLines, startProxy } from './serve.ts'

const get = '/camunda/operate/v1/process-instances/1'

test('no header of upstream comes through but those that clients need', async () => {
  const { call } = await startProxy({
    upstream: (_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'set-cookie': ['camunda-session=secret', 'x=y'],
        'x-csrf-token': 'secret',
        authorization: 'Bearer secret',
        'www-authenticate': 'Bearer',
        location: 'http://internal/',
        server: 'internal',
        via: 'internal',
        'x-powered-by': 'internal',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=3600',
        'content-security-policy': 'default-src *',
        'strict-transport-security': 'max-age=0',
        'clear-site-data': '"*"',
        refresh: '0; url=http://evil.example',
        link: '<http://evil.example>; rel=preload',
        'x-request-id': 'r-1',
        'retry-after': '7',
      })
      response.end('{}')
    },
  })
  const { headers } = await call(get)
  // Node's server adds the last four.
  const own = ['connection', 'date', 'keep-alive', 'transfer-encoding']
  expect(Object.fromEntries([...headers].filter(([name]) => !own.includes(name)))).toEqual({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'content-type': 'application/json',
    'cross-origin-resource-policy': 'same-origin',
    'retry-after': '7',
    'x-content-type-options': 'nosniff',
    'x-request-id': 'r-1',
  })
})

test.each([301, 302, 303, 307, 308, 304])('a %i of upstream is followed by nobody', async (status) => {
  const lure: unknown[] = []
  const evil = await listen((request, response) => {
    lure.push(request.headers)
    response.end()
  })
  const location = `http://127.0.0.1:${evil.port}/`
  const { call, events } = await startProxy({
    upstream: (_request, response) => response.writeHead(status, { location }).end(),
  })
  const answer = await call(get)
  expect(answer.status).toBe(502)
  expect(answer.headers.get('location')).toBeNull()
  expect(await answer.text()).not.toContain(location)
  expect(lure).toEqual([])
  expect(events).toMatchObject([{ status: 502, reason: 'upstream_redirected' }])
})

test.each([
  [200, 'text/html', 502],
  [200, ' TEXT/HTML;charset=utf-8', 502],
  [200, 'application/xhtml+xml', 502],
  [403, 'text/html', 403],
  [429, 'text/html', 429],
  [503, 'text/html', 503],
])('a page (%i, %s) becomes a problem document with status %i', async (status, type, expected) => {
  const { call } = await startProxy({
    upstream: (_request, response) =>
      response
        .writeHead(status, { 'content-type': type, 'retry-after': '5' })
        .end('<html><script>alert(1)</script></html>'),
  })
  const answer = await call(get)
  expect(answer.status).toBe(expected)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await answer.text()).not.toContain('script')
})

test.each([
  ['application/json', 'application/json'],
  ['application/problem+json; charset=utf-8', 'application/problem+json; charset=utf-8'],
  ['text/xml', 'text/xml'],
  ['text/csv', 'text/csv'],
  ['image/svg+xml', 'application/octet-stream'],
  ['text/javascript', 'application/octet-stream'],
  ['application/json-seq', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('data of type %o is served as %s', async (given, served) => {
  const { call } = await startProxy({
    upstream: (_request, response) => response.writeHead(200, given ? { 'content-type': given } : {}).end('{}'),
  })
  const answer = await call(get)
  expect(answer.headers.get('content-type')).toBe(served)
  expect(await answer.text()).toBe('{}')
})

test.each([400, 403, 404, 409, 429, 500, 503])('a %i with data is passed on', async (status) => {
  const problem = JSON.stringify({ status, message: 'as it is', type: 'Invalid request' })
  const { call, events } = await startProxy({
    upstream: (_request, response) =>
      response.writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': '3' }).end(problem),
  })
  const answer = await call(get)
  expect({ status: answer.status, after: answer.headers.get('retry-after') }).toEqual({ status, after: '3' })
  expect(await answer.text()).toBe(problem)
  expect(events).toEqual([
    { api: 'operate', operation: 'processInstances.get', method: 'GET', status, durationMs: expect.any(Number) },
  ])
})

test('a compressed answer is unpacked on the way, and does not claim otherwise', async () => {
  const { call } = await startProxy({
    upstream: (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync('{"items":[]}')),
  })
  const answer = await call(get)
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toBe('{"items":[]}')
})

test('an answer without a body has none', async () => {
  const { call, events } = await startProxy({ upstream: (_request, response) => response.writeHead(204).end() })
  const answer = await call(get)
  expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 204, text: '' })
  expect(events).toMatchObject([{ status: 204 }])
})

test('answers are streamed: the first part is there before the last is written', async () => {
  let finish: (() => void) | undefined
  const { call } = await startProxy({
    upstream: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[1,')
      finish = () => response.end('2]')
    },
  })
  const reader = (await call(get)).body?.getReader()
  const first = await reader?.read()
  expect(new TextDecoder().decode(first?.value)).toBe('[1,')
  finish?.()
  const last = await reader?.read()
  expect(new TextDecoder().decode(last?.value)).toBe('2]')
})

test('an answer without end is taken no faster than the page reads, and ends with the page', async () => {
  let taken = 0
  let cancelled = false
  const events: ProxyEvent[] = []
  const proxy = createProxy({
    basePath: '/camunda',
    origins: [ORIGIN],
    session: () => true,
    onEvent: (event) => events.push(event),
    fetch: async () => {
      const body = new ReadableStream(
        {
          pull: (controller) => controller.enqueue(new Uint8Array(++taken)),
          cancel: () => {
            cancelled = true
          },
        },
        { highWaterMark: 0 },
      )
      return new Response(body)
    },
    apis: {
      any: {
        baseUrl: 'https://any.example.com',
        auth: { headers: async () => ({}) },
        operations: [{ id: 'all', method: 'GET', path: '/all' }],
        allow: ['all'],
      },
    },
  })
  const answer = await proxy(new Request('http://localhost/camunda/any/all', { headers: pageHeaders }))
  expect(taken).toBe(0)
  const reader = answer.body?.getReader()
  for (const length of [1, 2, 3]) expect((await reader?.read())?.value).toHaveLength(length)
  expect(taken).toBe(3)
  await reader?.cancel()
  expect({ taken, cancelled, events }).toMatchObject({ taken: 3, cancelled: true, events: [{ reason: 'aborted' }] })
})

test('a page that goes away half-way through its answer lets go of upstream', async () => {
  let ended: ((event: ProxyEvent) => void) | undefined
  const event = new Promise<ProxyEvent>((resolve) => {
    ended = resolve
  })
  let gone: (() => void) | undefined
  const closed = new Promise<void>((resolve) => {
    gone = resolve
  })
  const { port } = await startProxy({
    onEvent: (event) => ended?.(event),
    upstream: (_request, response) => {
      response.on('close', () => gone?.())
      response.writeHead(200, { 'content-type': 'application/json' }).write('[')
    },
  })
  const socket = connect(port, '127.0.0.1', () => socket.write(requestLines(`GET ${get}`).join('\r\n')))
  await once(socket, 'data')
  socket.destroy()
  await closed
  expect(await event).toMatchObject({ status: 200, reason: 'aborted' })
})

test('an answer that never ends is broken off at the time limit, and does not look complete', async () => {
  const { call, events } = await startProxy({
    timeoutMs: 1000,
    upstream: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[')
    },
  })
  const answer = await call(get)
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow()
  expect(events).toMatchObject([{ status: 200, reason: 'timeout' }])
})

test('an answer that breaks off upstream does not look complete either', async () => {
  const { call, events } = await startProxy({
    upstream: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[', () => response.destroy())
    },
  })
  await expect(call(get).then((answer) => answer.text())).rejects.toThrow()
  expect(events).toMatchObject([{ status: 200, reason: 'upstream_unreachable' }])
})

test('silence ends with 504, no connection with 502, and neither names an address', async () => {
  const silent = await startProxy({ timeoutMs: 30, upstream: () => {} })
  const late = await silent.call(get)
  expect(late.status).toBe(504)
  const gone = await startProxy({ operate: { baseUrl: 'http://127.0.0.1:1/internal' } })
  const unreachable = await gone.call(get)
  expect(unreachable.status).toBe(502)
  for (const answer of [late, unreachable]) expect(await answer.text()).not.toMatch(/127|internal/)
})

test('a page that goes away takes its request along', async () => {
  let arrived: (() => void) | undefined
  let ended: ((event: ProxyEvent) => void) | undefined
  const started = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const event = new Promise<ProxyEvent>((resolve) => {
    ended = resolve
  })
  let upstreamClosed: Promise<unknown> | undefined
  const { call } = await startProxy({
    onEvent: (event) => ended?.(event),
    upstream: (_request, response) => {
      upstreamClosed = once(response, 'close')
      arrived?.()
    },
  })
  const page = new AbortController()
  const answer = call(get, { signal: page.signal })
  await started
  page.abort()
  await expect(answer).rejects.toThrow()
  await upstreamClosed
  expect(await event).toMatchObject({ operation: 'processInstances.get', status: 499, reason: 'aborted' })
})

test('a listener that throws or rejects is no trouble', async () => {
  for (const onEvent of [
    () => {
      throw new Error('no')
    },
    async () => {
      throw new Error('no')
    },
  ]) {
    const { call } = await startProxy({ onEvent })
    expect((await call(get)).status).toBe(200)
  }
})
