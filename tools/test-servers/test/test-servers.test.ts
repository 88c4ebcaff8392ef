import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { freePort, listen, type Respond, startServer } from '../src/index.ts'

async function start(respond: Respond) {
  const server = await startServer(respond)
  onTestFinished(server.close)
  return server
}

test('records method, path, headers and body of each request', async () => {
  const { url, received } = await start(() => ({}))
  await fetch(`${url}/a%20b?c=d`, { method: 'POST', headers: { 'x-one': '1' }, body: '{"key":9007199254740993}' })
  await fetch(url)
  expect(received).toMatchObject([
    { method: 'POST', path: '/a%20b?c=d', headers: { 'x-one': '1' }, body: '{"key":9007199254740993}' },
    { method: 'GET', path: '/', body: '' },
  ])
})

test('sends text unchanged, anything else as JSON, and the given headers', async () => {
  const { url } = await start(({ path }) =>
    path === '/text'
      ? { status: 418, headers: { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] }, body: 'short' }
      : { body: { items: [] } },
  )
  const text = await fetch(`${url}/text`)
  expect([text.status, text.headers.get('content-type'), await text.text()]).toEqual([418, 'text/plain', 'short'])
  expect(text.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  const json = await fetch(url)
  expect([json.status, json.headers.get('content-type'), await json.json()]).toEqual([
    200,
    'application/json',
    { items: [] },
  ])
})

test('leaves the response to a handler that returns nothing', async () => {
  const { url, connections } = await start((_, response) => {
    response.writeHead(204).end()
  })
  expect((await fetch(url)).status).toBe(204)
  expect(connections()).toBe(1)
})

test('closes even if a client waits, and nothing listens there anymore', async () => {
  let arrived = (): void => {}
  const waiting = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const server = await startServer(() => void arrived())
  const call = fetch(server.url)
  const failure = expect(call).rejects.toThrow('fetch failed')
  await waiting
  await server.close()
  await failure
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

test('accepts any server, and closes its connections', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'))
  const { port, close } = await listen(server)
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('ok')
  await close()
  expect(server.listening).toBe(false)
})

test('finds a port where nothing listens', async () => {
  await expect(fetch(`http://127.0.0.1:${await freePort()}`)).rejects.toThrow('fetch failed')
})
