import { AuthError, createBasicAuth } from '@x/auth'
import { expect, test } from 'vitest'
import { startProxy } from './serve.ts'

const get = '/camunda/operate/v1/process-instances/1'
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhcHAifQ.c2ln-bmF0_dXJl'
const password = 'pä$$ <w>ord/"1+2&3'
const session = 'A1B2C3D4E5F6A7B8/C9+D0=='

const basic = await createBasicAuth({ username: 'demo', password }).headers(undefined)
const basicValue = (basic.authorization ?? '').replace('Basic ', '')
const cookie = { cookie: `OPERATE-SESSION=${session}; theme=dark`, 'X-CSRF-TOKEN': 'csrf-0123456789' }

const lower = (text: string): string => text.replace(/%../g, (code) => code.toLowerCase())
const html = (text: string): string => text.replace(/[^\w ]/g, (sign) => `&#${sign.codePointAt(0)};`)
const hex = (text: string): string => text.replace(/[^\w ]/g, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`)
const named = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const codes = (text: string, code: (hex: string, decimal: number) => string): string =>
  [...text].map((char) => code(char.charCodeAt(0).toString(16).padStart(2, '0'), char.charCodeAt(0))).join('')
const escaped = (text: string): string =>
  text.replace(/[^\w ]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

test.each<[string, Record<string, string>, string]>([
  ['a header', { authorization: `Bearer ${token}` }, `You sent authorization: Bearer ${token}`],
  ['a token', { authorization: `Bearer ${token}` }, `{"detail":"Token ${token} has expired"}`],
  [
    'a token in a URL',
    { authorization: `Bearer ${token}` },
    `/?t=${token.replaceAll('.', '%2E').replaceAll('-', '%2d')}`,
  ],
  ['a key of a header of its own', { 'x-api-key': 'key-0123456789' }, 'key-0123456789 is blocked'],
  ['a Basic value', basic, `Basic ${basicValue} was refused`],
  ['a Basic value alone, encoded', basic, encodeURIComponent(basicValue)],
  ['a password', basic, `no user has the password ${password}`],
  ['a password in JSON', basic, JSON.stringify({ detail: `demo:${password}` })],
  ['a password in JSON, escaped', basic, escaped(password)],
  ['a password in JSON in JSON', basic, JSON.stringify(JSON.stringify(password))],
  ['a password in a URL', basic, encodeURIComponent(password)],
  ['a password in a URL, lower case', basic, lower(encodeURIComponent(password))],
  ['a password in a URL, twice', basic, encodeURIComponent(encodeURIComponent(password))],
  ['a password in a form', basic, String(new URLSearchParams({ password }))],
  ['a password in HTML', basic, html(password)],
  ['a password in HTML, hexadecimal', basic, hex(password)],
  ['a password in HTML, by names', basic, named(password)],
  ['a password in HTML, twice', basic, named(named(password))],
  ['a cookie', cookie, `Cookie: ${cookie.cookie}`],
  ['a session ID', cookie, `session ${session} has expired`],
  ['a session ID, encoded', cookie, encodeURIComponent(session)],
  ['a CSRF token', cookie, 'csrf-0123456789 does not fit'],
  ['a token in another case', { authorization: `Bearer ${token}` }, `TOKEN ${token.toUpperCase()}`],
  ...['', '.', '..', 'Authorization: Bearer '].map((before): [string, Record<string, string>, string] => [
    `a token in base64, after ${JSON.stringify(before)}`,
    { authorization: `Bearer ${token}` },
    `{"request":"${base64(`${before}${token}, and more`)}"}`,
  ]),
  [
    'a token in base64, for URLs, broken into lines',
    { authorization: `Bearer ${token}` },
    base64(`?${token}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '').replace(/.{20}/g, '$&\r\n'),
  ],
  ['a token in base64 in JSON', { authorization: `Bearer ${token}` }, JSON.stringify(base64(`>>>???${token}`))],
  ['a password in base64', basic, base64(`password=${password}&user=demo`)],
  ['a Basic value in base64', basic, base64(`Basic ${basicValue}`)],
  ['a session ID in base64', cookie, base64(JSON.stringify({ session }))],
  ['a token whose letters are codes, in a URL', { authorization: `Bearer ${token}` }, codes(token, (hex) => `%${hex}`)],
  [
    'a token whose letters are codes, in JSON',
    { authorization: `Bearer ${token}` },
    codes(token, (hex) => `\\u00${hex}`),
  ],
  [
    'a token whose letters are codes, in HTML',
    { authorization: `Bearer ${token}` },
    codes(token, (_, code) => `&#${code};`),
  ],
  ['the same, hexadecimal', { authorization: `Bearer ${token}` }, codes(token, (hex) => `&#x${hex};`)],
  ['the same, with zeros', { authorization: `Bearer ${token}` }, codes(token, (hex) => `&#x00${hex};`)],
])('an error response that repeats the credential is withheld: %s', async (_name, headers, text) => {
  for (const [status, type] of [
    [400, 'application/problem+json'],
    [404, 'text/plain'],
    [503, 'application/xml'],
    [500, ''],
  ] as const) {
    const { call, events } = await startProxy({
      operate: { auth: { headers: async () => headers } },
      upstream: (_request, response) =>
        response.writeHead(status, { 'content-type': type, 'retry-after': '7' }).end(text),
    })
    const answer = await call(get)
    expect({ status: answer.status, after: answer.headers.get('retry-after') }).toEqual({ status, after: '7' })
    expect(await answer.json()).toEqual({
      type: 'proxy:upstream_withheld',
      status,
      detail: "The API's error contains a credential or is too large.",
    })
    expect(events).toMatchObject([{ status, reason: 'upstream_withheld' }])
  }
})

test.each<[string, Record<string, string>]>([
  ['a token', { authorization: `Bearer ${token}` }],
  ['Basic with a short password', { authorization: `Basic ${btoa('demo:demo')}` }],
  ['a session', cookie],
  ['nothing', {}],
])('an error response that has nothing of %s comes through as it is', async (_name, headers) => {
  const text =
    '{"type":"Bearer","detail":"demo is not allowed: OPERATE-SESSION, theme dark, Basic","é":"%2E&amp;\\u00e9"}'
  const { call } = await startProxy({
    operate: { auth: { headers: async () => headers } },
    upstream: (_request, response) => response.writeHead(403, { 'content-type': 'application/problem+json' }).end(text),
  })
  const answer = await call(get)
  expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 403, text })
})

test('no header that is passed on repeats the credential', async () => {
  const { call } = await startProxy({
    operate: { auth: { headers: async () => ({ authorization: `Bearer ${token}` }) } },
    upstream: (_request, response) =>
      response
        .writeHead(200, {
          'content-type': `application/json; token=${token}`,
          'x-request-id': token,
          'cf-ray': encodeURIComponent(token),
          'x-correlation-id': 'c-1',
        })
        .end('{}'),
  })
  const { headers } = await call(get)
  expect(headers.get('x-correlation-id')).toBe('c-1')
  expect(JSON.stringify([...headers])).not.toContain('eyJ')
})

test('an error response is read up to a limit, and no further', async () => {
  let sent = 0
  const { call, events } = await startProxy({
    upstream: (_request, response) => {
      response.writeHead(500, { 'content-type': 'application/json' })
      const write = (): unknown => response.write('x'.repeat(65_536), () => (sent += 65_536)) && setImmediate(write)
      response.on('drain', write)
      write()
    },
  })
  const answer = await call(get)
  expect(await answer.json()).toMatchObject({ type: 'proxy:upstream_withheld', status: 500 })
  expect(events).toMatchObject([{ status: 500, reason: 'upstream_withheld' }])
  // What the sockets hold comes on top of it.
  expect(sent).toBeLessThan(20_000_000)
})

test('an error response that breaks off or hangs is not passed on in part', async () => {
  for (const [end, status] of [
    ['destroy', 502],
    ['hang', 504],
  ] as const) {
    const { call } = await startProxy({
      timeoutMs: end === 'hang' ? 200 : 30_000,
      upstream: (_request, response) => {
        response.writeHead(500, { 'content-type': 'application/json' })
        response.write('{"detail":', () => end === 'destroy' && response.destroy())
      },
    })
    const answer = await call(get)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ status })
  }
})

test.each([
  ['0', '0'],
  ['120', '120'],
  ['Mon, 30 Nov 2026 10:00:00 GMT', 'Mon, 30 Nov 2026 10:00:00 GMT'],
  ['-5', null],
  ['1.5', null],
  ['1e3', null],
  ['0x10', null],
  ['1, 1', null],
  ['Infinity', null],
  ['soon', null],
  ['1796004834', null],
  ['2026-11-30T10:00:00Z', null],
  ['', null],
])('a Retry-After of %o reaches the page as %o', async (sent, expected) => {
  const { call } = await startProxy({
    upstream: (_request, response) =>
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': sent }).end('{}'),
  })
  expect((await call(get)).headers.get('retry-after')).toBe(expected)
})

test.each([
  [0, 503, '0'],
  [1500, 503, '2'],
  [-1500, 502, null],
  [Number.NaN, 502, null],
  [Infinity, 502, null],
  [1_796_004_834_000, 502, null],
])('an authenticator that asks for %d ms is %d with a Retry-After of %o', async (retryAfterMs, status, expected) => {
  const error = Object.assign(new AuthError('rate_limited', 'no'), { retryAfterMs })
  const { call } = await startProxy({ operate: { auth: { headers: () => Promise.reject(error) } } })
  const answer = await call(get)
  expect({ status: answer.status, after: answer.headers.get('retry-after') }).toEqual({ status, after: expected })
})
