import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AuthError, createOAuth, type OAuthOptions } from '../src/index.ts'
import { fakeClock } from '../src/testing/index.ts'
import { json, startTokenServer, type TokenServer } from './support/token-server.ts'

let server: TokenServer
beforeEach(async () => {
  server = await startTokenServer()
})
afterEach(() => server.close())

function options(more: Partial<OAuthOptions> = {}): OAuthOptions {
  return { tokenUrl: server.url, clientId: 'my-client', clientSecret: 's3cret', minTokenIntervalMs: 0, ...more }
}
const failureOf = (more: Partial<OAuthOptions> = {}): Promise<AuthError> =>
  createOAuth(options(more))
    .headers('a')
    .then(
      () => Promise.reject(new Error('no failure')),
      (error) => error,
    )

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 30, 12)
  const inHttp = (ms: number): string => new Date(now + ms).toUTCString()

  test.each<[string, number]>([
    ['60', 60_000],
    ['0060', 60_000],
    [inHttp(90_000), 90_000],
    ['Monday, 30-Nov-26 12:01:00 GMT', 60_000],
    ['Mon Nov 30 12:01:00 2026', 60_000],
    ['0', 0],
    // Seconds or milliseconds since 1970, by servers that send a point in time.
    [String(now / 1000 + 20), 20_000],
    [String(now + 20_000), 20_000],
    // More than an hour is not believed, however it is written.
    ['86400', 3_600_000],
    [String(now + 7_200_000), 3_600_000],
    ['9'.repeat(400), 3_600_000],
    [inHttp(100 * 86_400_000), 3_600_000],
  ])('%s is %i ms', async (header, retryAfterMs) => {
    server.answer = (response) => json(response, 429, {}, { 'retry-after': header })
    expect(await failureOf({ now: fakeClock(now).now, timeoutMs: 1000 })).toMatchObject({
      code: 'rate_limited',
      retryAfterMs,
    })
  })

  test.each(
    [
      '',
      ' ',
      '-5',
      '+5',
      '1.5',
      '1e1',
      '0x10',
      '1, 1',
      '10, 10',
      'Infinity',
      'NaN',
      'soon',
      '0',
      '5 s',
      inHttp(-1000),
      String(now / 1000 - 60),
      String(now - 60_000),
      'Nov 30, 2026 12:01:00 GMT',
      'Mon, 30 Nov 2026 12:01:00 +0200',
    ].concat('2026-11-30T12:01:00Z', '0x7fffffff', '1_000'),
  )('%j is invalid: the wait is estimated, and not longer than the first estimate', async (header) => {
    server.answer = (response) => json(response, 429, {}, { 'retry-after': header })
    const { retryAfterMs } = await failureOf({ now: fakeClock(now).now, timeoutMs: 900 })
    expect(retryAfterMs ?? 1000).toBeLessThanOrEqual(1250)
  })

  test('a date in the past does not make a process retry immediately, repeatedly', async () => {
    server.answer = (response) => json(response, 503, {}, { 'retry-after': inHttp(-60_000) })
    const auth = createOAuth(options({ now: fakeClock(now).now, timeoutMs: 100 }))
    await expect(auth.headers('a')).rejects.toMatchObject({ code: 'server_error' })
    expect(server.requests.length).toBeLessThanOrEqual(2)
  })
})

describe('what is wrong, and what to check', () => {
  test.each<[string, number, unknown, RegExp]>([
    ['a missing realm', 404, { error: 'Realm does not exist' }, /Check tokenUrl/],
    ['the page of the issuer', 405, { error: 'HTTP 405 Method Not Allowed' }, /Check tokenUrl/],
    ['a JSON API', 415, { error: 'Unsupported Media Type' }, /Check tokenUrl/],
    ['an API that knows no OAuth', 403, { message: 'forbidden' }, /Check tokenUrl/],
    ['a wrong secret', 401, { error: 'invalid_client' }, /clientSecret/],
    ['no service accounts', 401, { error: 'unauthorized_client' }, /clientSecret.*client credentials are enabled/],
    ['a public client', 400, { error: 'unauthorized_client' }, /clientSecret.*client credentials are enabled/],
    ['an assertion from the future', 400, { error: 'invalid_client' }, /the clock/],
    ['an unknown scope', 400, { error: 'invalid_scope' }, /audience, scope/],
    ['a forbidden audience', 403, { error: 'access_denied' }, /audience, scope/],
  ])('%s', async (_name, status, body, advice) => {
    server.answer = (response) => json(response, status, body)
    expect((await failureOf()).message).toMatch(advice)
  })
})

describe('a token', () => {
  test.each(['mac', 'DPoP', 'N_A', ['mac'], {}, 5, ''])('of type %j is not sent as a Bearer token', async (type) => {
    server.answer = (response) => json(response, 200, { access_token: 'abc', token_type: type })
    expect(await failureOf()).toMatchObject({ code: 'token_malformed', message: expect.stringContaining('token_type') })
  })

  test.each(['Bearer', 'bearer', 'BEARER', undefined, null])('of type %s is', async (type) => {
    server.answer = (response) => json(response, 200, { access_token: 'abc', token_type: type })
    expect(await createOAuth(options()).headers('a')).toEqual({ authorization: 'Bearer abc' })
  })

  test.each([true, false, null, [], {}, '', 'soon', -1, '1e999', '0x10', 'Infinity', '60 s', [60], 1e15])(
    'with expires_in %j is valid for a minute, or 30 days at most',
    async (expiresIn) => {
      server.answer = (response) => json(response, 200, { access_token: 'abc', expires_in: expiresIn })
      const { now } = fakeClock()
      const { expiresAt } = await createOAuth(options({ now })).token('a')
      expect(expiresAt - now()).toBe(expiresIn === 1e15 ? 30 * 86_400_000 : 60_000)
    },
  )

  test('is valid from the time of the request, not from that of the response', async () => {
    const clock = fakeClock()
    server.answer = (response) => {
      clock.advance(700)
      json(response, 200, { access_token: 'abc', expires_in: 5 })
    }
    const sentAt = clock.now()
    expect((await createOAuth(options({ now: clock.now })).token('a')).expiresAt).toBe(sentAt + 5000)
  })

  test.each<[string, number, number]>([
    ['counts whole seconds', -800, -800],
    ['is as exact as expires_in', 0, 0],
    ['ends later than it says', 900, 0],
    // Its clock tells nothing about ours, only that it may count whole seconds.
    ['has a clock that is behind', -7_200_000, -1000],
    ['has a clock that is ahead', 7_200_000, -1000],
  ])('whose server %s ends in time', async (_name, offset, expected) => {
    const clock = fakeClock(1_800_000_000_500)
    const end = clock.now() + 300_000
    const claims = btoa(JSON.stringify({ exp: (end + offset) / 1000 })).replace(/=+$/, '')
    server.answer = (response) => json(response, 200, { access_token: `e30.${claims}.sig`, expires_in: 300 })
    expect((await createOAuth(options({ now: clock.now })).token('a')).expiresAt).toBe(end + expected)
  })

  test.each([
    ['with a line break', { accessToken: 'marker\r\nx: y', expiresAt: 4e12 }],
    ['with a space', { accessToken: 'marker marker', expiresAt: 4e12 }],
    ['that is empty', { accessToken: '', expiresAt: 4e12 }],
    ['that is a number', { accessToken: 5, expiresAt: 4e12 }],
    ['without an end', { accessToken: 'marker' }],
    ['that never ends', { accessToken: 'marker', expiresAt: Number.POSITIVE_INFINITY }],
    ['whose end is no number', { accessToken: 'marker', expiresAt: Number.NaN }],
    ['whose end is a Date', { accessToken: 'marker', expiresAt: new Date(4e12) }],
    ['whose end is a list', { accessToken: 'marker', expiresAt: [4e12] }],
    ['whose end is text', { accessToken: 'marker', expiresAt: '4000000000000' }],
    ['that is missing', undefined],
  ])('%s cannot be primed', async (_name, token) => {
    const auth = createOAuth(options())
    const failure = await auth.prime('a', token as never).catch((error) => error)
    expect(failure).toMatchObject({ code: 'config_invalid', message: expect.stringMatching(/accessToken|expiresAt/) })
    expect(failure.message).not.toContain('marker')
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
  })
})

describe('the request', () => {
  test('is sent to the address as configured, and both spellings are one endpoint', async () => {
    const seen: string[] = []
    const fetch = async (url: string): Promise<Response> => {
      seen.push(url)
      return Response.json({ error: 'invalid_client' }, { status: 401 })
    }
    for (const path of ['/o/token/', '/o/token', '/o/token/?tenant=a']) {
      await expect(
        createOAuth(options({ tokenUrl: `https://django.example.com${path}`, fetch })).headers('a'),
      ).rejects.toThrow()
    }
    expect(seen).toEqual(['https://django.example.com/o/token/', 'https://django.example.com/o/token/?tenant=a'])
  })

  test('is never served by a cache in front of fetch', async () => {
    const cached = new Map<string, Promise<Response>>()
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const key = `${url} ${init.body}`
      const response = (init.cache !== 'no-store' && cached.get(key)) || globalThis.fetch(url, init)
      cached.set(key, response)
      return (await response).clone()
    }
    const clock = fakeClock()
    const auth = createOAuth(options({ fetch, now: clock.now }))
    await auth.headers('a')
    clock.advance(3_600_000)
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-2' })
  })

  const body = JSON.stringify({ access_token: 'abc', expires_in: 60 })
  test.each<[string, object]>([
    ['a stream of Node, as node-fetch has it', { body: Readable.from([body]), text: async () => body }],
    ['no stream at all, as React Native has it', { text: async () => body }],
  ])('is read where the response has %s', async (_name, half) => {
    const response = { status: 200, ok: true, headers: new Headers(), ...half }
    const auth = createOAuth(options({ fetch: async () => response as unknown as Response }))
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer abc' })
  })

  test.each<[string, Error, string]>([
    [
      'a closed port',
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
      }),
      'ECONNREFUSED',
    ],
    [
      'two addresses tried',
      new TypeError('fetch failed', { cause: Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }) }),
      'ECONNREFUSED',
    ],
    ['nothing said', new TypeError('fetch failed'), 'no reason given'],
  ])('says why it could not be sent: %s', async (_name, error, words) => {
    const fetch = async (): Promise<never> => {
      throw error
    }
    expect((await failureOf({ fetch, timeoutMs: 50 })).message).toContain(words)
  })
})
