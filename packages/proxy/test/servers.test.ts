import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer as createHttp2Server,
  createSecureServer,
  type Http2SecureServer,
  type Http2Server,
} from 'node:http2'
import { createServer as createHttpsServer, request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { ProxyEvent } from '../src/index.ts'
import { toNodeListener } from '../src/node.ts'
import { pageHeaders, startProxy } from './serve.ts'

const get = '/camunda/operate/v1/process-instances/1'
const search = '/camunda/operate/v1/process-instances/search'
const json = { 'content-type': 'application/json' }

async function listenHttp2(server: Http2Server | Http2SecureServer, options: object = {}): Promise<ClientHttp2Session> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const session = connect(`${server.listenerCount('secureConnection') ? 'https' : 'http'}://localhost:${port}`, options)
  onTestFinished(() => {
    session.destroy()
    server.close()
  })
  return session
}

/** Sends over HTTP/2 what a page sends; the status and the text of the response. */
async function send(session: ClientHttp2Session, headers: object, body?: string) {
  const stream = session.request({ ...pageHeaders, ...headers })
  stream.end(body)
  const [head] = await once(stream, 'response')
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) text += chunk
  return { status: head[':status'], text, head }
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'proxy-tls-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const key = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const names = [
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  ]
  await promisify(execFile)('openssl', [...key, ...names], { cwd: folder })
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  return { key: await read('key.pem'), cert: await read('cert.pem') }
}

test('HTTP/2 carries calls, bodies, split cookies and refusals', async () => {
  const cookies: unknown[] = []
  const { proxy, received } = await startProxy({
    session: ({ headers }) => cookies.push(headers.get('cookie')),
  })
  const session = await listenHttp2(createHttp2Server(toNodeListener(proxy)))
  expect(await send(session, { ':path': get, cookie: ['a=1', 'b=2'] })).toMatchObject({
    status: 200,
    text: '{"items":[],"total":0}',
  })
  const body = JSON.stringify({ filter: { bpmnProcessId: 'x'.repeat(200_000) } })
  expect((await send(session, { ':method': 'POST', ':path': search, ...json }, body)).status).toBe(200)
  expect((await send(session, { ':method': 'HEAD', ':path': get })).status).toBe(404)
  expect((await send(session, { ':method': 'DELETE', ':path': get })).status).toBe(404)
  expect((await send(session, { ':path': get, 'x-csrf': '0' })).status).toBe(403)
  expect(cookies).toEqual(['a=1; b=2', null])
  expect(received.map(({ method, body }) => ({ method, body }))).toEqual([
    { method: 'GET', body: '' },
    { method: 'POST', body },
  ])
})

test('a refused body ends its stream and not the connection', async () => {
  const { proxy, received } = await startProxy({ maxBodyBytes: 10 })
  const server = createHttp2Server(toNodeListener(proxy))
  const ended = once(server, 'stream').then(([stream]) => once(stream, 'close').then(() => stream.rstCode))
  const session = await listenHttp2(server)
  const stream = session.request({ ':method': 'POST', ':path': search, ...pageHeaders, ...json })
  stream.write('x'.repeat(100_000))
  const [head] = await once(stream, 'response')
  expect(head[':status']).toBe(413)
  expect(await ended).toBe(constants.NGHTTP2_NO_ERROR)
  expect((await send(session, { ':path': get })).status).toBe(200)
  expect(received).toHaveLength(1)
})

test.each([
  ['before its body is complete', true, 'destroy'],
  ['while it waits', false, 'destroy'],
  ['with its connection', false, 'disconnect'],
] as const)(
  'a page that cancels over HTTP/2 %s ends its request, and the server lives on',
  async (_name, uploads, how) => {
    let arrived: (() => void) | undefined
    const reached = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let ended: ((event: ProxyEvent) => void) | undefined
    const event = new Promise<ProxyEvent>((resolve) => {
      ended = resolve
    })
    const { proxy, received } = await startProxy({
      timeoutMs: 2_000_000,
      onEvent: (event) => ended?.(event),
      session: () => {
        if (uploads) arrived?.()
        return true
      },
      upstream: () => arrived?.(),
    })
    const server = createHttp2Server(toNodeListener(proxy))
    const session = await listenHttp2(server)
    const stream = session.request({ ':method': 'POST', ':path': search, ...pageHeaders, ...json })
    stream.on('error', () => {})
    if (uploads) stream.write('{}')
    else stream.end('{}')
    await reached
    if (how === 'destroy') stream.destroy()
    else session.destroy()
    expect((await event).reason).toMatch(/^(aborted|body_broken)$/)
    expect(received).toHaveLength(uploads ? 0 : 1)
    const again = connect(`http://localhost:${(server.address() as AddressInfo).port}`)
    onTestFinished(() => again.destroy())
    expect((await send(again, { ':path': '/nothing' })).status).toBe(404)
  },
)

test('a body that is canceled over HTTP/2 does not look complete to a handler of your own', async () => {
  let arrived: (() => void) | undefined
  const reached = new Promise<void>((resolve) => {
    arrived = resolve
  })
  let ended: ((text: string) => void) | undefined
  const text = new Promise<string>((resolve) => {
    ended = resolve
  })
  const listener = toNodeListener(async (request) => {
    arrived?.()
    ended?.(await request.text().catch(() => 'broken off'))
    return new Response()
  })
  const session = await listenHttp2(createHttp2Server(listener))
  const stream = session.request({ ':method': 'POST', ':path': '/' })
  stream.on('error', () => {})
  stream.write('{"filter":{}}')
  await reached
  stream.destroy()
  expect(await text).toBe('broken off')
})

test('a page that cancels over HTTP/2 in the middle of a response ends it', async () => {
  let closed: (() => void) | undefined
  const gone = new Promise<void>((resolve) => {
    closed = resolve
  })
  const { proxy } = await startProxy({
    upstream: (_request, response) => {
      response.on('close', () => closed?.())
      response.writeHead(200, { 'content-type': 'application/json' })
      const write = (): unknown => response.write('x'.repeat(65_536)) && setImmediate(write)
      response.on('drain', write)
      write()
    },
  })
  const session = await listenHttp2(createHttp2Server(toNodeListener(proxy)))
  const stream = session.request({ ':path': get, ...pageHeaders })
  await once(stream, 'data')
  stream.destroy()
  await gone
})

test('HTTP/2 over TLS, and HTTP/1 on the same port', async () => {
  const { proxy } = await startProxy()
  const { key, cert } = await certificate()
  const server = createSecureServer({ key, cert, allowHTTP1: true }, toNodeListener(proxy))
  const session = await listenHttp2(server, { ca: cert })
  expect((await send(session, { ':path': get })).status).toBe(200)
  expect(await statusOverHttps((server.address() as AddressInfo).port, cert)).toBe(200)
})

test('HTTPS', async () => {
  const { proxy } = await startProxy()
  const { key, cert } = await certificate()
  const server = createHttpsServer({ key, cert }, toNodeListener(proxy))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  expect(await statusOverHttps((server.address() as AddressInfo).port, cert)).toBe(200)
})

async function statusOverHttps(port: number, ca: string): Promise<number | undefined> {
  const request = httpsRequest({ host: 'localhost', port, path: get, ca, headers: pageHeaders, agent: false }).end()
  const [response] = await once(request, 'response')
  response.resume()
  return response.statusCode
}
