import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { ProxyEvent } from '../src/index.ts'
import { pageHeaders, requestLines, startProxy, statusOf } from './serve.ts'

const search = '/camunda/operate/v1/process-instances/search'
const json = { ...pageHeaders, 'content-type': 'application/json' }

test('a body arrives byte by byte as it was sent', async () => {
  const { call, received } = await startProxy()
  const body = '{ "filter": { "key": 9223372036854775807 },  "note": "Жанна" }'
  const type = 'application/json; charset=utf-8'
  await call(search, { method: 'POST', headers: { ...json, 'content-type': type }, body })
  expect(received[0]).toMatchObject({ method: 'POST', body, headers: { 'content-type': type } })
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json, text/plain',
  'text/plain; application/json',
  'application/json; charset=utf-7',
  'application/jsonp',
  '',
])('a body of type %o is refused', async (type) => {
  const { raw, received } = await startProxy()
  const lines = requestLines(`POST ${search}`, `Content-Type: ${type}`, 'Content-Length: 2')
  expect(statusOf(await raw(...lines.slice(0, -1), '{}'))).toBe(415)
  expect(received).toEqual([])
})

test('the limit is the last byte that passes', async () => {
  const { call, received, events } = await startProxy({ maxBodyBytes: 20 })
  const send = async (length: number) =>
    (await call(search, { method: 'POST', headers: json, body: `"${'x'.repeat(length - 2)}"` })).status
  expect(await send(20)).toBe(200)
  expect(await send(21)).toBe(413)
  expect(received).toHaveLength(1)
  expect(events[1]).toMatchObject({ operation: 'processInstances.search', status: 413, reason: 'body_too_large' })
})

test('a body without end is read to the limit and not beyond', async () => {
  const { call, received } = await startProxy({ maxBodyBytes: 1000 })
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      sent += 100
      controller.enqueue(new Uint8Array(100))
    },
  })
  const answer = await call(search, { method: 'POST', headers: json, body, duplex: 'half' }).catch(() => undefined)
  // The connection may end before the answer is read, since the caller does not stop to send.
  expect(answer?.status ?? 413).toBe(413)
  expect(received).toEqual([])
  expect(sent).toBeGreaterThan(1000)
})

test('a length that promises too much is refused before a byte is read', async () => {
  const { raw, received } = await startProxy()
  const lines = requestLines(`POST ${search}`, 'Content-Type: application/json', 'Content-Length: 1000001')
  // Nothing of the body is sent: the answer has to come without it.
  expect(statusOf(await raw(...lines))).toBe(413)
  expect(received).toEqual([])
})

test('a connection whose body nobody wants is of no further use', async () => {
  const { raw } = await startProxy()
  const lines = requestLines(`POST ${search}`, 'Content-Type: application/json', 'Content-Length: 1000001')
  const keepAlive = lines.filter((line) => line !== 'Connection: close')
  expect((await raw(...keepAlive)).toLowerCase()).toContain('connection: close')
})

test('a body that never comes ends with the time limit', async () => {
  const { raw, received, events } = await startProxy({ timeoutMs: 30 })
  const lines = requestLines(`POST ${search}`, 'Content-Type: application/json', 'Content-Length: 10')
  expect(statusOf(await raw(...lines.slice(0, -1), '{'))).toBe(504)
  expect(received).toEqual([])
  expect(events).toMatchObject([{ status: 504, reason: 'timeout' }])
})

test('a body that breaks off reaches nobody', async () => {
  let ended: ((event: ProxyEvent) => void) | undefined
  const event = new Promise<ProxyEvent>((resolve) => {
    ended = resolve
  })
  const { port, received } = await startProxy({ onEvent: (event) => ended?.(event) })
  const lines = requestLines(`POST ${search}`, 'Content-Type: application/json', 'Content-Length: 10')
  const socket = connect(port, '127.0.0.1', () => {
    socket.write([...lines.slice(0, -1), '{"a"'].join('\r\n'), () => socket.destroy())
  })
  expect(['aborted', 'body_broken']).toContain((await event).reason)
  expect(received).toEqual([])
})

test('an operation without a body gets none', async () => {
  const { raw, received } = await startProxy({ operate: { allow: ['processInstances.delete'] } })
  const path = 'DELETE /camunda/operate/v1/process-instances/1'
  const lines = requestLines(path, 'Content-Type: application/json', 'Content-Length: 2')
  expect(statusOf(await raw(...lines.slice(0, -1), '{}'))).toBe(413)
  expect(received).toEqual([])
  expect(statusOf(await raw(...requestLines(path, 'Content-Length: 0')))).toBe(200)
  expect(received[0]).toMatchObject({ method: 'DELETE', body: '' })
  expect(received[0]?.headers).not.toHaveProperty('content-type')
})

test('a body of GET stays behind', async () => {
  const { raw, received } = await startProxy()
  const lines = requestLines('GET /camunda/operate/v1/process-instances/1', 'Content-Length: 2')
  expect(statusOf(await raw(...lines.slice(0, -1), '{}'))).toBe(200)
  expect(received[0]).toMatchObject({ method: 'GET', body: '' })
})
