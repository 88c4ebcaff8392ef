import { expect, test } from 'vitest'
import { pageHeaders, requestLines, startProxy, statusOf } from './serve.ts'

const search = '/camunda/operate/v1/process-instances/search'
const json = { ...pageHeaders, 'content-type': 'application/json' }
// A test would end long before this time limit.
const timeoutMs = 2_000_000

const ways: [string, (request: Request) => unknown][] = [
  ['reads it', (request) => request.text()],
  ['reads a copy', (request) => request.clone().text()],
  ['cancels it', (request) => request.body?.cancel()],
  [
    'reads the beginning, and cancels the rest',
    async (request) => {
      const reader = request.body?.getReader()
      await reader?.read()
      await reader?.cancel()
    },
  ],
  [
    'leaves a loop over it',
    async ({ body }) => {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) if (chunk.length > 0) break
    },
  ],
  ['locks it', (request) => request.body?.getReader()],
  ['cancels it, and does not wait', (request) => void request.body?.cancel()],
]
const bodies: [string, string][] = [
  ['a small body', '{"filter":{"key":9223372036854775807}}'],
  ['a large body', JSON.stringify({ note: 'é'.repeat(200_000) })],
]

test.each(ways.flatMap(([way, use]) => bodies.map(([size, body]) => [way, size, use, body] as const)))(
  'a session function that %s: %s reaches the API whole',
  async (_way, _size, use, body) => {
    const session = async (request: Request): Promise<boolean> => {
      await use(request)
      return true
    }
    const { call, proxy, received } = await startProxy({ timeoutMs, session })
    const init = { method: 'POST', headers: json, body }
    expect((await call(search, init)).status).toBe(200)
    expect((await proxy(new Request(`http://localhost${search}`, init))).status).toBe(200)
    expect(received.map((request) => request.body)).toEqual([body, body])
  },
)

test.each(ways)('a session function that %s, and finds no session, is 401', async (_way, use) => {
  const session = async (request: Request): Promise<undefined> => {
    await use(request)
    return undefined
  }
  const { call, received } = await startProxy({ timeoutMs, session })
  const init = { method: 'POST', headers: json, body: '{}' }
  expect(await (await call(search, init)).json()).toMatchObject({ type: 'proxy:session_missing' })
  expect(received).toEqual([])
})

test.each(ways)('a session function that %s, and throws, is 500', async (_way, use) => {
  const session = async (request: Request): Promise<never> => {
    await use(request)
    throw new Error('no connection to the store')
  }
  const { call, received } = await startProxy({ timeoutMs, session })
  const init = { method: 'POST', headers: json, body: '{}' }
  expect(await (await call(search, init)).json()).toMatchObject({ type: 'proxy:host_failed' })
  expect(received).toEqual([])
})

test('without a session, nobody waits for the end of a body, and it is not read on', async () => {
  const { raw, events } = await startProxy({ timeoutMs, session: () => undefined })
  const lines = requestLines(`POST ${search}`, 'Content-Type: application/json', 'Content-Length: 10')
  expect(statusOf(await raw(...lines.slice(0, -1), '{'))).toBe(401)
  expect(events).toMatchObject([{ status: 401, reason: 'session_missing' }])
})

test('the session comes first: without one, nothing is said about the body', async () => {
  const { call } = await startProxy({ timeoutMs, maxBodyBytes: 10, session: async () => undefined })
  for (const headers of [json, pageHeaders]) {
    const answer = await call(search, { method: 'POST', headers, body: '"longer than that"' })
    expect(answer.status).toBe(401)
  }
})

test('the limit holds for what a session function cancels, too', async () => {
  const session = async (request: Request): Promise<boolean> => {
    await request.body?.cancel()
    return true
  }
  const { call, received } = await startProxy({ timeoutMs, maxBodyBytes: 10, session })
  expect((await call(search, { method: 'POST', headers: json, body: '"longer than that"' })).status).toBe(413)
  expect(received).toEqual([])
})
