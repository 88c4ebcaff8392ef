import { expect, test } from 'vitest'
import { ORIGIN, startProxy } from './serve.ts'

const search = '/camunda/operate/v1/process-instances/search'
const get = '/camunda/operate/v1/process-instances/1'
const csrf = { 'x-csrf': '1' }
const json = { 'content-type': 'application/json' }

test.each([
  ['a POST without origin', 'POST', { ...csrf }, 'origin_refused'],
  ['an origin of null', 'POST', { ...csrf, origin: 'null' }, 'origin_refused'],
  ['an origin of null for GET', 'GET', { ...csrf, origin: 'null' }, 'origin_refused'],
  ['another site', 'POST', { ...csrf, origin: 'https://evil.example' }, 'origin_refused'],
  ['another site for GET', 'GET', { ...csrf, origin: 'https://evil.example' }, 'origin_refused'],
  ['a longer name', 'POST', { ...csrf, origin: `${ORIGIN}.evil.example` }, 'origin_refused'],
  ['a name in front', 'POST', { ...csrf, origin: 'https://evil-app.example.com' }, 'origin_refused'],
  ['another scheme', 'POST', { ...csrf, origin: 'http://app.example.com' }, 'origin_refused'],
  ['another port', 'POST', { ...csrf, origin: `${ORIGIN}:8443` }, 'origin_refused'],
  ['a slash too many', 'POST', { ...csrf, origin: `${ORIGIN}/` }, 'origin_refused'],
  ['two origins', 'POST', { ...csrf, origin: `${ORIGIN}, https://evil.example` }, 'origin_refused'],
  ['a sibling site', 'GET', { ...csrf, 'sec-fetch-site': 'same-site' }, 'origin_refused'],
  ['another site that says so', 'POST', { ...csrf, origin: ORIGIN, 'sec-fetch-site': 'cross-site' }, 'origin_refused'],
  ['an address typed in', 'GET', { ...csrf, 'sec-fetch-site': 'none' }, 'origin_refused'],
  ['no CSRF header', 'GET', {}, 'csrf_refused'],
  ['no CSRF header from our origin', 'POST', { origin: ORIGIN }, 'csrf_refused'],
  ['another CSRF header', 'POST', { origin: ORIGIN, 'x-csrf': '0' }, 'csrf_refused'],
] as const)('%s is refused', async (_name, method, headers, reason) => {
  let asked = 0
  const { call, received } = await startProxy({ session: () => ++asked })
  const path = method === 'GET' ? get : search
  const answer = await call(path, {
    method,
    headers: { ...headers, ...json },
    ...(method === 'POST' && { body: '{}' }),
  })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ type: `proxy:${reason}`, status: 403 })
  expect({ asked, received }).toEqual({ asked: 0, received: [] })
})

test.each([
  ['GET of an old browser, which sends no metadata', 'GET', csrf],
  ['GET', 'GET', { ...csrf, 'sec-fetch-site': 'same-origin' }],
  ['POST', 'POST', { ...csrf, ...json, origin: ORIGIN }],
] as const)('%s of our own page passes', async (_name, method, headers) => {
  const { call, received } = await startProxy()
  const path = method === 'GET' ? get : search
  const answer = await call(path, { method, headers, ...(method === 'POST' && { body: '{}' }) })
  expect(answer.status).toBe(200)
  expect(received).toHaveLength(1)
})

test('what another site can send without a preflight is refused, whatever its type', async () => {
  const { call, received } = await startProxy()
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const headers = { origin: 'https://evil.example', 'content-type': type }
    expect((await call(search, { method: 'POST', headers, body: '{"filter":{}}' })).status).toBe(403)
  }
  expect(received).toEqual([])
})

test('a preflight is granted to nobody', async () => {
  const { call } = await startProxy()
  for (const origin of [ORIGIN, 'https://evil.example', 'null']) {
    const asking = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-csrf' }
    const answer = await call(search, { method: 'OPTIONS', headers: { origin, ...asking } })
    expect(answer.status).toBe(404)
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})
