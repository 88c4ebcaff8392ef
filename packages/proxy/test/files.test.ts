import { expect, test } from 'vitest'
import type { ProxiedApi } from '../src/index.ts'
import { pageHeaders, startProxy } from './serve.ts'

/** An API that takes and returns files. Its rows are plain data, as a table that is not ours may be. */
const documents: ProxiedApi = {
  baseUrl: 'https://documents.example.com',
  auth: { headers: async () => ({ authorization: 'Bearer upstream-token' }) },
  operations: [
    { id: 'documents.upload', method: 'POST', path: '/documents', form: {} },
    { id: 'documents.get', method: 'GET', path: '/documents/{id}', returns: 'bytes' },
  ],
  allow: ['documents.upload', 'documents.get'],
}

/** The proxy in front of that API, which responds with `response`. */
async function start(response = () => new Response('{}'), options = {}) {
  const sent: RequestInit[] = []
  const { call, received } = await startProxy({
    apis: { documents },
    fetch: async (_url, init) => {
      sent.push(init)
      return response()
    },
    ...options,
  })
  return { call, sent, received }
}

const formData = () => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array([0, 255, 13, 10])], { type: 'image/png' }), 'ä.png')
  form.append('metadata', new Blob(['{"key":9223372036854775807}'], { type: 'application/json' }))
  return form
}

test('a form arrives byte by byte as it was sent, with its boundary', async () => {
  const { call, sent } = await start()
  const form = new Response(formData())
  const type = form.headers.get('content-type') ?? ''
  const body = await form.bytes()
  const response = await call('/camunda/documents/documents', {
    method: 'POST',
    headers: { ...pageHeaders, 'content-type': type },
    body,
  })
  expect(response.status).toBe(200)
  expect(sent[0]?.body).toEqual(body)
  expect(sent[0]?.headers).toMatchObject({ 'content-type': type })
})

test('a form that fetch writes itself passes too, within the limit', async () => {
  const length = (await new Response(formData()).bytes()).length
  for (const [maxBodyBytes, status] of [
    [length + 100, 200],
    [length - 100, 413],
  ] as const) {
    const { call, sent } = await start(undefined, { maxBodyBytes })
    const response = await call('/camunda/documents/documents', {
      method: 'POST',
      headers: pageHeaders,
      body: formData(),
    })
    expect(response.status).toBe(status)
    expect(sent).toHaveLength(status === 200 ? 1 : 0)
  }
})

test.each([
  'application/json',
  'multipart/form-data',
  'multipart/mixed; boundary=x',
  'multipart/form-data; boundary=x, text/html',
  '',
])('where a form is expected, a body of type %o is refused', async (type) => {
  const { call, sent } = await start()
  const headers = { ...pageHeaders, 'content-type': type }
  const response = await call('/camunda/documents/documents', { method: 'POST', headers, body: new Uint8Array([1]) })
  expect(await response.json()).toMatchObject({ status: 415, type: 'proxy:content_type_refused' })
  expect(sent).toEqual([])
})

test('`authorize` decides on a form without its content', async () => {
  const calls: unknown[] = []
  const { call } = await start(undefined, {
    authorize: (_session: unknown, call: unknown) => {
      calls.push(call)
      return true
    },
  })
  await call('/camunda/documents/documents', { method: 'POST', headers: pageHeaders, body: formData() })
  expect(calls).toMatchObject([{ operation: 'documents.upload', body: undefined }])
})

test.each([
  ['application/pdf', 'attachment; filename="invoice.pdf"', 'application/pdf', 'attachment; filename="invoice.pdf"'],
  ['image/svg+xml', `inline; filename*=UTF-8''%C3%A4.svg`, 'image/svg+xml', `attachment; filename*=UTF-8''%C3%A4.svg`],
  ['text/html; charset=utf-8', 'inline', 'application/octet-stream', 'attachment'],
  ['application/xhtml+xml', undefined, 'application/octet-stream', 'attachment'],
  ['text/plain', 'attachment; filename=upstream-token', 'text/plain', 'attachment'],
])('a file of type %s is one to save', async (type, disposition, servedType, servedDisposition) => {
  const bytes = new Uint8Array([0, 255, 13, 10])
  const headers = { 'content-type': type, ...(disposition && { 'content-disposition': disposition }) }
  const { call } = await start(() => new Response(bytes, { headers }))
  const response = await call('/camunda/documents/documents/1')
  expect(await response.bytes()).toEqual(bytes)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': servedType,
    'content-disposition': servedDisposition,
    'x-content-type-options': 'nosniff',
  })
})

test('an error instead of a file is data, and a page instead of an error a problem document', async () => {
  const problem = '{"title":"NOT_FOUND"}'
  const headers = { 'content-type': 'application/problem+json' }
  const missing = await (await start(() => new Response(problem, { status: 404, headers }))).call(
    '/camunda/documents/documents/1',
  )
  expect(missing.headers.get('content-disposition')).toBeNull()
  expect(await missing.text()).toBe(problem)
  const page = { status: 503, headers: { 'content-type': 'text/html' } }
  const gateway = await (await start(() => new Response('<html>', page))).call('/camunda/documents/documents/1')
  expect(await gateway.json()).toMatchObject({ status: 503, type: 'proxy:upstream_html' })
})

test('a file that is no file operation is still plain bytes', async () => {
  const { call } = await startProxy({
    upstream: (_request, response) =>
      response.writeHead(200, { 'content-type': 'image/png', 'content-disposition': 'inline' }).end('x'),
  })
  const response = await call('/camunda/operate/v1/process-instances/1')
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toBeNull()
})
