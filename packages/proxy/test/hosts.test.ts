import { expect, test } from 'vitest'
import { listen, pageHeaders, requestLines, startProxy, statusOf } from './serve.ts'

const path = '/camunda/operate/v1/process-instances/1'
const page = Object.entries(pageHeaders).map(([name, value]) => `${name}: ${value}`)

test('no header decides where a request goes', async () => {
  const lure: unknown[] = []
  const evil = await listen((request, response) => {
    lure.push(request.url)
    response.end()
  })
  const host = `127.0.0.1:${evil.port}`
  const { raw, received } = await startProxy()
  const answer = await raw(
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    ...page,
    `X-Forwarded-Host: ${host}`,
    'X-Forwarded-Proto: http',
    'X-Forwarded-For: 10.0.0.1',
    `Forwarded: host=${host}`,
    `X-Original-URL: http://${host}/`,
    `X-Rewrite-URL: /cluster/v1/incidents/1`,
    `Referer: http://${host}/`,
    'Authorization: Bearer stolen',
    'Cookie: camunda-session=stolen',
    'X-CSRF-TOKEN: stolen',
    'Range: bytes=0-1',
    'If-None-Match: "x"',
    'Connection: close',
    '',
    '',
  )
  expect(statusOf(answer)).toBe(200)
  expect(lure).toEqual([])
  expect(received.map(({ path }) => path)).toEqual(['/cluster/v1/process-instances/1'])
  // `accept` and `authorization` are ours, the others belong to the runtime's fetch; two of them say `no-store`.
  const names = Object.keys(received[0]?.headers ?? {}).sort()
  expect(names).toEqual([
    ...['accept', 'accept-encoding', 'accept-language', 'authorization', 'cache-control', 'connection', 'host'],
    ...['pragma', 'sec-fetch-mode', 'user-agent'],
  ])
  expect(received[0]?.headers).toMatchObject({
    authorization: 'Bearer upstream-token',
    'cache-control': 'no-cache',
    accept: '*/*',
  })
})

test('a request line that names a host is refused', async () => {
  const { raw, received, port } = await startProxy()
  for (const target of [
    `http://127.0.0.1:${port}${path}`,
    `http://evil.example.com${path}`,
    `http://user:password@127.0.0.1${path}`,
    `@evil.example.com${path}`,
    `evil.example.com${path}`,
    '*',
  ]) {
    expect(statusOf(await raw(...requestLines(`GET ${target}`))), target).toBe(400)
  }
  for (const target of [`//evil.example.com${path}`, `/@evil.example.com${path}`, `/\\evil.example.com${path}`]) {
    expect(statusOf(await raw(...requestLines(`GET ${target}`))), target).toBe(404)
  }
  await raw(...requestLines('CONNECT evil.example.com:443'))
  expect(received).toEqual([])
})

test.each([
  ['two lengths', ['Content-Length: 2', 'Content-Length: 30']],
  ['a length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked']],
  ['an unknown coding', ['Transfer-Encoding: chunked, identity']],
  ['a folded header', ['Transfer-Encoding:', ' chunked', 'Content-Length: 2']],
  ['a space before the colon', ['Content-Length : 2']],
  ['a length that is none', ['Content-Length: +2']],
])('smuggling by %s reaches nobody', async (_name, headers) => {
  const { raw, received } = await startProxy()
  const lines = requestLines(
    'POST /camunda/operate/v1/process-instances/search',
    'Content-Type: application/json',
    ...headers,
  )
  const answer = await raw(...lines, '{}', 'GET /camunda/operate/v1/process-instances/7 HTTP/1.1', ...page, '', '')
  expect(statusOf(answer)).toBe(400)
  expect(received).toEqual([])
})

test('a second request inside of a body stays in the body', async () => {
  const { raw, received } = await startProxy()
  const inner = 'DELETE /cluster/v1/process-instances/7 HTTP/1.1\r\nHost: x\r\n\r\n'
  const body = JSON.stringify({ filter: inner })
  const type = ['Content-Type: application/json', `Content-Length: ${body.length}`]
  const lines = requestLines('POST /camunda/operate/v1/process-instances/search', ...type)
  expect(statusOf(await raw(...lines.slice(0, -1), body))).toBe(200)
  expect(received.map(({ method, body }) => ({ method, body }))).toEqual([{ method: 'POST', body }])
})
