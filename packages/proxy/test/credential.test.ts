import { AuthError, createOAuth } from '@x/auth'
import { expect, test } from 'vitest'
import type { Authenticator } from '../src/index.ts'
import { pageHeaders, startProxy } from './serve.ts'

const get = '/camunda/operate/v1/process-instances/1'
const search = '/camunda/operate/v1/process-instances/search'

/** Gives `t1`, and after each refusal the next one. */
function renewing(renewals: number): Authenticator & { refusals: Record<string, string>[] } {
  const refusals: Record<string, string>[] = []
  return {
    refusals,
    headers: async () => ({ authorization: `Bearer t${refusals.length + 1}` }),
    refused: async (_audience, headers) => refusals.push(headers) <= renewals,
  }
}

test('a refused token is renewed once, and the body is sent again', async () => {
  const auth = renewing(1)
  const { call, received } = await startProxy({
    operate: { auth },
    upstream: (request, response) =>
      response
        .writeHead(request.headers.authorization === 'Bearer t1' ? 401 : 200, { 'content-type': 'application/json' })
        .end('{}'),
  })
  const headers = { ...pageHeaders, 'content-type': 'application/json' }
  expect((await call(search, { method: 'POST', headers, body: '{"size":1}' })).status).toBe(200)
  expect(received.map(({ headers, body }) => [headers.authorization, body])).toEqual([
    ['Bearer t1', '{"size":1}'],
    ['Bearer t2', '{"size":1}'],
  ])
  expect(auth.refusals).toEqual([{ authorization: 'Bearer t1' }])
})

test('an authenticator may return values in place of promises', async () => {
  let token = 1
  const auth: Authenticator = {
    headers: () => ({ authorization: `Bearer t${token}` }),
    refused: () => ++token === 2,
  }
  const { call, received } = await startProxy({
    operate: { auth },
    upstream: (request, response) =>
      response.writeHead(request.headers.authorization === 'Bearer t1' ? 401 : 200).end('{}'),
  })
  expect((await call(get, { headers: pageHeaders })).status).toBe(200)
  expect(received.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
})

test.each([0, 5])('a credential that stays refused is not the page’s 401 (%i renewals)', async (renewals) => {
  const { call, received, events } = await startProxy({
    operate: { auth: renewing(renewals) },
    upstream: (_request, response) =>
      response
        .writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="internal"' })
        .end('{"message":"client my-client-id was refused"}'),
  })
  const answer = await call(get)
  expect(answer.status).toBe(502)
  expect(answer.headers.get('www-authenticate')).toBeNull()
  expect(await answer.text()).not.toContain('my-client-id')
  expect(received).toHaveLength(Math.min(renewals, 1) + 1)
  expect(events).toMatchObject([{ status: 502, reason: 'upstream_refused' }])
})

test.each([
  ['with a time to come back', new AuthError('rate_limited', 'client my-client-id has to wait', 1500), 503, '2'],
  ['without', new AuthError('token_rejected', 'client my-client-id, secret my-secret'), 502, null],
  ['of another kind', new Error('my-secret'), 502, null],
  ['that is no error', undefined, 502, null],
])('a failure of the authenticator %s says nothing of it', async (_name, error, status, retryAfter) => {
  const { call, received, events } = await startProxy({ operate: { auth: { headers: () => Promise.reject(error) } } })
  const answer = await call(get)
  expect({ status: answer.status, retryAfter: answer.headers.get('retry-after') }).toEqual({ status, retryAfter })
  expect(await answer.text()).not.toMatch(/my-/)
  expect(JSON.stringify(events)).not.toMatch(/my-/)
  expect(events).toMatchObject([{ status, reason: 'auth_failed' }])
  expect(received).toEqual([])
})

test('an authenticator that never answers ends with the time limit', async () => {
  const { call, received } = await startProxy({
    timeoutMs: 30,
    operate: { auth: { headers: () => new Promise(() => {}) } },
  })
  expect((await call(get)).status).toBe(504)
  expect(received).toEqual([])
})

test('requests that are refused cost no token', async () => {
  let asked = 0
  const headers = async () => {
    asked++
    return {}
  }
  const { call } = await startProxy({ operate: { auth: { headers } }, session: () => undefined })
  await call(get)
  await call(get, { headers: {} })
  await call('/camunda/operate/v1/incidents/1')
  expect(asked).toBe(0)
})

test('an operation that needs no token gets none', async () => {
  const { call, received } = await startProxy({
    operate: {
      operations: [{ id: 'open', method: 'GET', path: '/open', authenticated: false }],
      allow: ['open'],
      auth: createOAuth({ tokenUrl: 'http://127.0.0.1:1/', clientId: 'id', clientSecret: 'secret' }),
    },
  })
  expect((await call('/camunda/operate/v1/open')).status).toBe(200)
  expect(received[0]?.headers).not.toHaveProperty('authorization')
})
