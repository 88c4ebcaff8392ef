import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type EmulatorServer, serve } from '../src/node.ts'
import { tokenForm } from './support.ts'

let server: EmulatorServer
beforeAll(async () => {
  server = await serve({ operate: { processInstances: 5 } })
})
afterAll(() => server.close())
beforeEach(() => server.emulator.reset())

const ranges = () => fetch(`${server.url}/console/meta/ip-ranges`)

test('serves the emulator at its own address', async () => {
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
  expect(server.emulator.url('token')).toBe(`${server.url}/oauth/token`)
  const credentials = server.emulator.credentials('cluster')
  const { access_token: token } = (await (
    await fetch(credentials.tokenUrl, tokenForm(credentials, 'operate.camunda.io'))
  ).json()) as { access_token: string }
  const response = await fetch(`${server.emulator.url('operate')}/v1/process-definitions/search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(response.status).toBe(200)
})

test('HEAD has the headers of GET and no body', async () => {
  const response = await fetch(`${server.url}/console/meta/ip-ranges`, { method: 'HEAD' })
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    200,
    'application/json; charset=utf-8',
    '',
  ])
})

test('counts token requests by address, whatever the caller sends', async () => {
  const ask = (source: string) =>
    fetch(server.emulator.url('token'), { method: 'POST', headers: { 'x-emulator-source': source } })
  expect((await ask('192.0.2.1')).status).toBe(400)
  expect((await ask('192.0.2.2')).status).toBe(429)
})

test('rejects a body that is too long, aborts one that is far too long, and keeps serving', async () => {
  const body = new Uint8Array(17 * 1024 * 1024)
  expect((await fetch(server.emulator.url('token'), { method: 'POST', body })).status).toBe(413)
  // More than the server reads on; a chunk at a time, since a stream that never waits would starve everything else.
  let left = 80
  const upload = new ReadableStream({
    pull: async (controller) => {
      await new Promise((resolve) => setImmediate(resolve))
      left -= 1
      if (left < 0) controller.close()
      else controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
  const init = { method: 'POST', body: upload, duplex: 'half' }
  await expect(fetch(server.emulator.url('token'), init)).rejects.toThrow(TypeError)
  expect((await ranges()).status).toBe(200)
})

test('survives callers that disconnect, immediately or while they wait', async () => {
  const socket = connect(server.port, '127.0.0.1')
  socket.write('POST /oauth/token HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc', () => socket.destroy())
  await new Promise((resolve) => socket.on('close', resolve))
  server.emulator.controls.failNext({ kind: 'console', response: 'hang' })
  const caller = new AbortController()
  const left = expect(fetch(`${server.url}/console/clusters`, { signal: caller.signal })).rejects.toThrow()
  // Another call there and back: by then the first one hangs.
  await fetch(server.emulator.url('jwks'))
  caller.abort()
  await left
  await expect.poll(() => server.emulator.journal.count({ path: '/console/clusters', status: 0 })).toBe(1)
  server.emulator.reset()
  expect((await ranges()).status).toBe(200)
})

test('a planned disconnect closes the connection', async () => {
  server.emulator.controls.failNext({ response: 'disconnect' })
  await expect(ranges()).rejects.toThrow(TypeError)
  expect((await ranges()).status).toBe(200)
})

test('an invalid address is a bad request', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', reject)
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString())
    })
    socket.write('TRACE / HTTP/1.1\r\nhost: a\r\n\r\n')
  })
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
})

test('a port in use is an error; a closed server is unreachable and can be closed again', async () => {
  await expect(serve({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const other = await serve()
  await other.close()
  await other.close()
  await expect(fetch(other.url)).rejects.toThrow(TypeError)
})

test('listens on the configured host, and returns the public address to callers', async () => {
  await using everywhere = await serve({ host: '0.0.0.0', rateLimit: false })
  expect(everywhere.url).toBe(`http://127.0.0.1:${everywhere.port}`)
  expect((await fetch(everywhere.url)).status).toBe(200)
  await using named = await serve({ host: 'localhost', origin: 'https://camunda.example', rateLimit: false })
  expect(named.url).toBe('https://camunda.example')
  expect(named.emulator.url('token')).toBe('https://camunda.example/oauth/token')
  // Whatever address a caller used to get here.
  const { addresses } = (await (await fetch(`http://localhost:${named.port}`)).json()) as { addresses: object[] }
  expect(addresses).toContainEqual({ name: 'token', url: 'https://camunda.example/oauth/token' })
})

test.each<[options: object, says: string]>([
  [{ host: '' }, 'host must be'],
  [{ origin: 'camunda' }, 'origin must be'],
  [{ operate: { processInstances: -1 } }, 'operate.processInstances must be'],
])('%j is rejected, and nothing listens', async (options, says) => {
  const probe = await serve()
  await probe.close()
  const { port } = probe
  await expect(serve({ port, ...options })).rejects.toThrow(says)
  await (await serve({ port })).close()
})
