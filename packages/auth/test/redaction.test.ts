import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { createBasicAuth, createBearer, createOAuth, memoryStorage, type TokenEvent } from '../src/index.ts'
import { defineStorage } from '../src/storage/index.ts'
import { type Answer, json, startTokenServer, type TokenServer } from './support/token-server.ts'

const SECRET = 'marker+secret/&= ü'
const TOKEN = 'marker-token'
/** The secret in every form in which it travels. */
const MARKERS = [SECRET, encodeURIComponent(SECRET), new URLSearchParams({ a: SECRET }).toString().slice(2), TOKEN]
let server: TokenServer
afterEach(() => server.close())

function expectClean(value: unknown): void {
  const error = value as Error
  const shown = [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value) ?? '',
    String(value),
    `${error?.message} ${error?.stack} ${JSON.stringify({ ...error })}`,
  ]
  for (const text of shown) for (const marker of MARKERS) expect(text).not.toContain(marker)
}

const echo: [string, Answer][] = [
  ['a granted token', (r) => json(r, 200, { access_token: TOKEN, expires_in: 3600 })],
  [
    'a refusal that echoes the request',
    (r, { raw, form }) => json(r, 401, { error: `invalid_client ${form.client_secret}`, error_description: raw }),
  ],
  [
    'an error under 200',
    (r, { raw }) => json(r, 200, { error: 'invalid_request', error_description: raw, access_token: TOKEN }),
  ],
  ['a token that no header can carry', (r) => json(r, 200, { access_token: `${TOKEN}\n${SECRET}` })],
  ['HTML that echoes the request', (r, { raw }) => r.writeHead(200).end(`<html>${raw} ${SECRET} ${TOKEN}`) as never],
  ['a server error that echoes the request', (r, { raw }) => r.writeHead(500).end(raw) as never],
  [
    'a redirect to the secret',
    (r, { raw }) => r.writeHead(302, { location: `http://127.0.0.1:1/?${raw}` }).end() as never,
  ],
  ['429 that echoes the request', (r, { raw }) => r.writeHead(429, { 'retry-after': '60' }).end(raw) as never],
]

test.each(echo)('%s: no secret or token in errors, events, stats or anything printed', async (_name, answer) => {
  server = await startTokenServer(answer)
  const seen: TokenEvent[] = []
  const stored: unknown[] = []
  const memory = memoryStorage()
  const storage = defineStorage({
    get: (key) => memory.get(key),
    async set(key, record) {
      stored.push(key, record)
      await memory.set(key, record)
    },
    delete: (key) => memory.delete(key),
  })
  const auth = createOAuth({
    ...{ tokenUrl: server.url, clientId: 'my-client', clientSecret: { reveal: () => SECRET } },
    ...{ storage, timeoutMs: 300, minTokenIntervalMs: 0, onEvent: (event: TokenEvent) => void seen.push(event) },
  })
  const headers = await auth.headers('a').catch((error) => expectClean(error))
  await auth.headers('a').catch((error) => expectClean(error))
  await auth.refused('a', headers ?? { authorization: `Bearer ${TOKEN}` })
  await auth.prime('b', { accessToken: TOKEN, expiresAt: Date.now() + 1000 })
  await auth.prime('c', { accessToken: TOKEN } as never).catch((error) => expectClean(error))
  await auth.forget('b')
  expect(seen.length).toBeGreaterThan(1)
  for (const value of [auth, auth.stats(), seen, stored, storage]) expectClean(value)
})

test('a fetch that fails with the request in its message', async () => {
  server = await startTokenServer()
  const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    throw new Error(`could not send ${init.body}`, { cause: new Error(SECRET) })
  }
  const auth = createOAuth({ tokenUrl: server.url, clientId: 'my-client', clientSecret: SECRET, fetch, timeoutMs: 100 })
  const failure = await auth.headers('a').catch((error) => error)
  expect(failure.message).toContain('could not send')
  expectClean(failure)
})

test('the other authenticators', async () => {
  server = await startTokenServer()
  for (const auth of [
    createBearer(TOKEN),
    createBearer(() => TOKEN),
    createBasicAuth({ username: 'demo', password: SECRET }),
  ]) {
    await auth.headers('a')
    expectClean(auth)
  }
  for (const source of [`${TOKEN} ${TOKEN}`, `${TOKEN}\n`]) {
    expectClean(
      await createBearer(source)
        .headers('a')
        .catch((error) => error),
    )
  }
})

const secret = 'marker-Secret+/&= "ü<\'\\'
const hex = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16)).join('')
const percent = (text: string): string => hex(text).replace(/../g, '%$&')
const entity = (text: string): string => [...text].map((char) => `&#${char.codePointAt(0)};`).join('')
const escapeHtml = (text: string): string =>
  text.replace(/[&<"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;', "'": '&#39;' })[char] as string)

test.each<[string, (text: string) => string]>([
  ['as it is', (text) => text],
  ['in capitals', (text) => text.toUpperCase()],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded in small letters', (text) => encodeURIComponent(text).toLowerCase()],
  ['percent-encoded throughout', percent],
  ['percent-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['form-encoded', (text) => new URLSearchParams({ a: text }).toString().slice(2)],
  ['as JSON', (text) => JSON.stringify(text)],
  ['as JSON in JSON', (text) => JSON.stringify(JSON.stringify(text))],
  ['in base64', (text) => btoa(encodeURIComponent(text))],
  ['in base64 after its client', (text) => btoa(`my-client:${encodeURIComponent(text)}`)],
  ['as HTML', escapeHtml],
  ['as HTML throughout', entity],
])('a server that quotes the secret %s reveals nothing of it', async (_name, encode) => {
  for (const clientAuthentication of ['client_secret_post', 'client_secret_basic'] as const) {
    server = await startTokenServer((response, { headers }) => {
      const basic = headers.authorization ?? ''
      const quoted = `no client with ${encode(secret)} or ${encode(basic)} or ${basic}`
      json(response, 401, { error: 'invalid_client', error_description: quoted })
    })
    const auth = createOAuth({
      tokenUrl: server.url,
      clientId: 'my-client',
      clientSecret: secret,
      clientAuthentication,
    })
    const failure = await auth.headers('a').catch((error) => error)
    expect(failure.oauthErrorDescription).toMatch(/^no client with /)
    const basic = btoa(new URLSearchParams([['my-client', secret]]).toString().replace('=', ':'))
    const shown = inspect(failure, { depth: 9, showHidden: true }).toLowerCase()
    for (const part of [
      'marker',
      encode(secret).toLowerCase(),
      percent('marker'),
      entity('marker'),
      basic.toLowerCase(),
      basic.slice(0, 20).toLowerCase(),
    ]) {
      expect(shown).not.toContain(part)
    }
    await server.close()
  }
  server = await startTokenServer()
})

test('text is shortened only after it was redacted', async () => {
  const long = 'marker-'.repeat(20)
  server = await startTokenServer((response) =>
    json(response, 401, { error: 'invalid_client', error_description: `${long.repeat(30)} and ${'x'.repeat(2000)}` }),
  )
  const auth = createOAuth({ tokenUrl: server.url, clientId: 'my-client', clientSecret: long })
  const failure = await auth.headers('a').catch((error) => error)
  expect(failure.oauthErrorDescription).not.toContain('marker')
  expect(failure.oauthErrorDescription.length).toBeLessThanOrEqual(300)
})
