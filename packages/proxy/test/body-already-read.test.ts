import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { toNodeListener } from '../src/node.ts'
import { type Front, listen, pageHeaders, startProxy } from './serve.ts'

const search = '/camunda/operate/v1/process-instances/search'
const json = { ...pageHeaders, 'content-type': 'application/json' }
/** Exact only as long as nobody parses it. */
const body = '{"filter":{"key":9007199254740993},"note":"é"}'

type Message = IncomingMessage & { rawBody?: unknown; body?: unknown }

/** A middleware that reads the body, leaves something of it on the request, and calls the proxy. */
const after =
  (leave: (message: Message, bytes: Buffer) => void): Front =>
  (listener) =>
  async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    leave(request, Buffer.concat(chunks))
    listener(request, response)
  }

test.each<[string, (message: Message, bytes: Buffer) => void]>([
  ['rawBody as bytes', (message, bytes) => Object.assign(message, { rawBody: bytes })],
  ['rawBody as text', (message, bytes) => Object.assign(message, { rawBody: String(bytes) })],
  [
    'rawBody beside what was parsed',
    (message, bytes) => Object.assign(message, { rawBody: bytes, body: JSON.parse(String(bytes)) }),
  ],
  ['body as bytes', (message, bytes) => Object.assign(message, { body: bytes })],
  ['body as a Uint8Array', (message, bytes) => Object.assign(message, { body: new Uint8Array(bytes) })],
  ['body as text', (message, bytes) => Object.assign(message, { body: String(bytes) })],
])('a body that was read before is taken from %s', async (_name, leave) => {
  const { call, received } = await startProxy({ front: after(leave) })
  expect((await call(search, { method: 'POST', headers: json, body })).status).toBe(200)
  expect(received).toMatchObject([{ method: 'POST', body }])
})

const bytesPutBack: Front = (listener) => (request, response) => {
  Object.assign(request, { body: Buffer.from(body) })
  listener(request, response)
}
test('bytes that an adapter leaves are used although the stream still has them', async () => {
  const { call, received } = await startProxy({ front: bytesPutBack })
  await call(search, { method: 'POST', headers: json, body: '{}' })
  expect(received).toMatchObject([{ body }])
})

test('the limit holds for them, too', async () => {
  const { call, received } = await startProxy({ maxBodyBytes: 10, front: bytesPutBack })
  expect((await call(search, { method: 'POST', headers: json, body: '{}' })).status).toBe(413)
  expect(received).toEqual([])
})

/** Begins to read and calls the proxy when the first bytes are gone. */
const halfway: Front = (listener) => (request, response) => {
  request.once('data', () => listener(request, response))
}

test.each<[string, Front]>([
  ['without a trace', after(() => {})],
  ['as a parsed object', after((message, bytes) => Object.assign(message, { body: JSON.parse(String(bytes)) }))],
  ['as an empty object', after((message) => Object.assign(message, { body: {} }))],
  ['as a list', after((message) => Object.assign(message, { body: [1] }))],
  ['as null', after((message) => Object.assign(message, { body: null, rawBody: null }))],
  ['as empty text', after((message) => Object.assign(message, { body: '', rawBody: '' }))],
  [
    'behind a getter that throws',
    after((message) =>
      Object.defineProperty(message, 'body', {
        get: () => {
          throw new Error('not JSON')
        },
      }),
    ),
  ],
  ['by somebody who still reads', halfway],
  [
    'by an adapter whose stream never ends',
    (listener) => (request, response) => {
      Object.assign(request, { body: { filter: {} }, read: () => null, resume: () => request, on: () => request })
      listener(request, response)
    },
  ],
])('a body that was read before, %s, is 500 at once, and the host learns why', async (_name, front) => {
  // The test would end long before this time limit.
  const { call, received, events } = await startProxy({ front, timeoutMs: 2_000_000 })
  const answer = await call(search, { method: 'POST', headers: json, body })
  expect(answer.status).toBe(500)
  expect(await answer.json()).toEqual({
    type: 'proxy:body_already_read',
    status: 500,
    detail: 'The body was already read. Mount the proxy before body parsers.',
  })
  expect(received).toEqual([])
  expect(events).toMatchObject([{ operation: 'processInstances.search', status: 500, reason: 'body_already_read' }])
})

const afterSetEncoding =
  (encoding: BufferEncoding): Front =>
  (listener) =>
  (request, response) => {
    request.setEncoding(encoding)
    listener(request, response)
  }

test.each(['utf8', 'utf-8'] as const)('after setEncoding(%o) a body arrives as it was sent', async (encoding) => {
  const { call, received } = await startProxy({ front: afterSetEncoding(encoding), timeoutMs: 2_000_000 })
  // Long enough for several chunks, some of which end within a character.
  const long = JSON.stringify({ note: `a${'é😀'.repeat(50_000)}` })
  for (const sent of [body, long]) {
    expect((await call(search, { method: 'POST', headers: json, body: sent })).status).toBe(200)
  }
  expect(received.map((request) => request.body)).toEqual([body, long])
})

test.each(['latin1', 'ascii', 'base64', 'hex', 'utf16le'] as const)(
  'after setEncoding(%o) a body is 500 at once, and the host learns what to do',
  async (encoding) => {
    const { call, received } = await startProxy({ front: afterSetEncoding(encoding), timeoutMs: 2_000_000 })
    const answer = await call(search, { method: 'POST', headers: json, body })
    expect({ status: answer.status, ...(await answer.json()) }).toMatchObject({
      status: 500,
      type: 'proxy:body_already_read',
      detail: 'The body was already read. Mount the proxy before body parsers.',
    })
    expect(received).toEqual([])
  },
)

test('after setEncoding a body that nobody wants is read on to a limit', async () => {
  const { call, received } = await startProxy({ front: afterSetEncoding('utf8'), maxBodyBytes: 10 })
  expect((await call(search, { method: 'POST', headers: json, body })).status).toBe(413)
  expect(received).toEqual([])
})

test('a stream that was destroyed ends the request at once', async () => {
  const { call, received, events } = await startProxy({
    timeoutMs: 2_000_000,
    // An adapter's own message: destroying that of a server ends its connection.
    front: (listener) => (request, response) => {
      const { method, url, headers, rawHeaders } = request
      const message = Object.assign(Readable.from([body]), { method, url, headers, rawHeaders, complete: true })
      message.once('close', () => listener(message as never, response)).destroy()
    },
  })
  expect((await call(search, { method: 'POST', headers: json, body })).status).toBe(400)
  expect(received).toEqual([])
  expect(events).toMatchObject([{ reason: 'body_broken' }])
})

test('what has no body is not missed', async () => {
  const { call, received } = await startProxy({
    front: after(() => {}),
    operate: { allow: ['processInstances.delete', 'processInstances.get'] },
  })
  for (const method of ['GET', 'DELETE']) {
    expect((await call('/camunda/operate/v1/process-instances/1', { method })).status).toBe(200)
  }
  expect(received).toHaveLength(2)
})

test('an empty object that nobody read a body for is none', async () => {
  const { call, received } = await startProxy({
    front: (listener) => (request, response) => {
      Object.assign(request, { body: {} })
      listener(request, response)
    },
  })
  expect((await call(search, { method: 'POST', headers: json, body })).status).toBe(200)
  expect(received).toMatchObject([{ body }])
})

test('a Request whose body was read or locked is refused in the same way', async () => {
  const { proxy, received } = await startProxy()
  const init = { method: 'POST', headers: json, body }
  const request = () => new Request(`http://localhost${search}`, init)
  const [read, locked, fresh] = [request(), request(), request()]
  await read.json()
  locked.body?.getReader()
  for (const used of [read, locked]) {
    expect(await (await proxy(used)).json()).toMatchObject({ type: 'proxy:body_already_read' })
  }
  expect((await proxy(fresh)).status).toBe(200)
  expect(received).toHaveLength(1)
})

test('a handler of your own sees that the body is used up', async () => {
  const seen: unknown[] = []
  const listener = toNodeListener(async (request) => {
    seen.push(request.bodyUsed, await request.text().catch(() => 'no body'))
    return new Response()
  })
  const { port } = await listen(after(() => {})(listener))
  await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'x' })
  expect(seen).toEqual([true, 'no body'])
})
