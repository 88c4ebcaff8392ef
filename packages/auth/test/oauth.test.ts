import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  AuthError,
  createOAuth,
  memoryStorage,
  type OAuthOptions,
  type TokenEvent,
  TokenRejectedError,
} from '../src/index.ts'
import { fakeClock } from '../src/testing/index.ts'
import { grant, json, startTokenServer, type TokenServer } from './support/token-server.ts'

let server: TokenServer
beforeEach(async () => {
  server = await startTokenServer()
})
afterEach(() => server.close())

function options(more: Partial<OAuthOptions> = {}): OAuthOptions {
  return { tokenUrl: server.url, clientId: 'my-client', clientSecret: 's3cret', minTokenIntervalMs: 0, ...more }
}
const jwt = (claims: object): string => `e30.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.sig`

describe('the request', () => {
  test('is a form with everything percent-encoded, and has an audience and scope only if they are set', async () => {
    const clientSecret = 'a&b=c d+e%f~ü/?#"'
    const auth = createOAuth(options({ clientSecret, scope: 'one two/.default' }))
    await auth.headers('api.example.com')
    await createOAuth(options()).headers(undefined)
    const [full, bare] = server.requests
    expect(full?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(full?.raw).toMatch(/^[\w.%+&=*-]+$/)
    expect(full?.form).toEqual({
      grant_type: 'client_credentials',
      client_id: 'my-client',
      client_secret: clientSecret,
      audience: 'api.example.com',
      scope: 'one two/.default',
    })
    expect(Object.keys(bare?.form ?? {})).toEqual(['grant_type', 'client_id', 'client_secret'])
  })

  test('has a Basic header instead, if configured', async () => {
    await createOAuth(options({ clientSecret: 'p=:ü', clientAuthentication: 'client_secret_basic' })).headers('a')
    const { headers, form } = server.requests[0] as TokenServer['requests'][number]
    const [id, secret] = atob(headers.authorization?.split(' ')[1] ?? '').split(':')
    expect([id, decodeURIComponent(secret ?? '')]).toEqual(['my-client', 'p=:ü'])
    expect(form).toEqual({ grant_type: 'client_credentials', audience: 'a' })
  })

  test('names the resource if there is one, and its token is not used for another', async () => {
    const storage = memoryStorage()
    for (const resource of ['https://api.example.com/v1?a=b&c', 'urn:example:api', undefined]) {
      await createOAuth(options({ storage, resource })).headers('a')
    }
    expect(server.requests.map(({ form }) => form.resource)).toEqual([
      'https://api.example.com/v1?a=b&c',
      'urn:example:api',
      undefined,
    ])
  })

  test('accepts a secret that must be revealed', async () => {
    await createOAuth(options({ clientSecret: { reveal: () => 'wrapped' } })).headers('a')
    expect(server.requests[0]?.form.client_secret).toBe('wrapped')
  })
})

describe('one token for all calls', () => {
  test('1,000 cold calls send one request', async () => {
    const auth = createOAuth(options())
    const all = await Promise.all(Array.from({ length: 1000 }, () => auth.headers('a')))
    expect(new Set(all.map((headers) => headers.authorization))).toEqual(new Set(['Bearer token-1']))
    expect(server.requests).toHaveLength(1)
    expect(auth.stats()).toMatchObject({ calls: 1000, tokenRequests: 1 })
  })

  test('each audience has its own token, and an empty audience counts as none', async () => {
    const auth = createOAuth(options())
    for (const audience of ['a', 'b', undefined, '', 'a']) await auth.headers(audience)
    expect(server.requests.map(({ form }) => form.audience)).toEqual(['a', 'b', undefined])
  })

  test('instances share a storage, but no token of another token URL, client, secret, scope or audience', async () => {
    const other = await startTokenServer()
    const storage = memoryStorage()
    const ask = (more: Partial<OAuthOptions>, audience?: string) =>
      createOAuth(options({ storage, ...more })).token(audience)
    await ask({}, 'a')
    await ask({}, 'a')
    expect(server.requests).toHaveLength(1)
    await ask({ clientId: 'other' }, 'a')
    await ask({ clientSecret: 'other' }, 'a')
    await ask({ scope: 'other' }, 'a')
    await ask({}, 'other')
    expect(server.requests).toHaveLength(5)
    await ask({ tokenUrl: other.url }, 'a')
    expect(other.requests).toHaveLength(1)
    await other.close()
  })

  test.each([
    ['opaque', 'opaque-token', 60],
    ['opaque without expires_in', 'opaque-token', undefined],
    ['a JWT without expires_in', jwt({ exp: Date.now() / 1000 + 3600 }), undefined],
    ['with expires_in as text', 'opaque-token', '3600'],
    ['with expires_in of zero', 'opaque-token', 0],
    ['with a negative expires_in', 'opaque-token', -5],
    ['with an absurd expires_in', 'opaque-token', 1e15],
    ['with an expires_in that is no number', 'opaque-token', 'soon'],
  ])('a token that is %s is used for ten calls', async (_name, accessToken, expiresIn) => {
    server.answer = (response) => json(response, 200, { access_token: accessToken, expires_in: expiresIn })
    const auth = createOAuth(options())
    for (let i = 0; i < 10; i++) await auth.headers('a')
    expect(server.requests).toHaveLength(1)
  })

  test.each([
    ['ahead', 7_200_000],
    ['behind', -7_200_000],
  ])('a clock that is two hours %s makes no difference, with expires_in and without', async (_name, offset) => {
    const clock = fakeClock(Date.now() + offset)
    for (const answer of [
      { access_token: 'opaque', expires_in: 300 },
      { access_token: jwt({ iat: Date.now() / 1000, exp: Date.now() / 1000 + 300 }) },
    ]) {
      server.requests.length = 0
      server.answer = (response) => json(response, 200, answer)
      const auth = createOAuth(options({ now: clock.now }))
      for (let i = 0; i < 10; i++) await auth.headers('a')
      expect(server.requests).toHaveLength(1)
      clock.advance(299_000)
      await auth.headers('a')
      expect(server.requests).toHaveLength(2)
    }
  })
})

describe('failures', () => {
  test.each<[string, AuthError['code'], (typeof server)['answer']]>([
    [
      'HTML',
      'token_malformed',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>') as never,
    ],
    ['nothing', 'token_malformed', (r) => r.writeHead(200).end() as never],
    ['JSON null', 'token_malformed', (r) => json(r, 200, null)],
    ['a token with a line break', 'token_malformed', (r) => json(r, 200, { access_token: 'a\r\nx: y' })],
    ['10 MB', 'token_malformed', (r) => json(r, 200, { access_token: 'x'.repeat(10_000_000) })],
    ['a redirect', 'token_malformed', (r) => r.writeHead(307, { location: 'http://127.0.0.1:1/' }).end() as never],
    ['200 with an OAuth error', 'token_rejected', (r) => json(r, 200, { error: 'invalid_client' })],
    ['404', 'token_rejected', (r) => r.writeHead(404).end('not here') as never],
    ['nothing, ever', 'timeout', () => {}],
    ['a body that never ends', 'timeout', (r) => void r.writeHead(200).write('{"access_token":')],
    ['a broken connection', 'network', (r) => void r.destroy()],
  ])('%s is %s, and the next call works', async (_name, code, answer) => {
    server.answer = answer
    const auth = createOAuth(options({ timeoutMs: code === 'timeout' ? 250 : 5000 }))
    const failure = await auth.headers('a').catch((error) => error)
    expect(failure).toBeInstanceOf(AuthError)
    expect(failure.code).toBe(code)
    server.answer = grant()
    if (code === 'token_rejected' || code === 'token_malformed') await auth.forget('a')
    expect(await auth.headers('a')).toHaveProperty('authorization')
  })

  test('a malformed response causes a cooldown like a rejection: a wrong tokenUrl, or a page that blocks us', async () => {
    server.answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>') as never
    const clock = fakeClock()
    const auth = createOAuth(options({ now: clock.now }))
    const seen: number[] = []
    for (const wait of [0, 1000, 28_000, 1000, 59_000, 1000]) {
      clock.advance(wait)
      for (const audience of ['a', 'b']) {
        await expect(auth.headers(audience)).rejects.toMatchObject({ code: 'token_malformed' })
      }
      seen.push(server.requests.length)
    }
    expect(seen).toEqual([1, 1, 1, 2, 2, 3])
  })

  test('an unreachable server is a network error that says why', async () => {
    await server.close()
    const failure = await createOAuth(options({ timeoutMs: 100 }))
      .headers('a')
      .catch((error) => error)
    expect(failure).toMatchObject({ code: 'network', message: expect.stringContaining('ECONNREFUSED') })
    server = await startTokenServer()
  })

  test('a server that fails for a while gets retries, and all calls succeed', async () => {
    const end = performance.now() + 400
    server.answer = (response, request, count) =>
      performance.now() < end ? json(response, 500, {}) : grant()(response, request, count)
    const auth = createOAuth(options({ minTokenIntervalMs: 150 }))
    await Promise.all(Array.from({ length: 50 }, () => auth.headers('a')))
    expect(server.requests.length).toBeLessThan(6)
  })

  test('429 with Retry-After: no request is sent before, and all calls succeed after', async () => {
    server.answer = (response, request, count) =>
      count === 1 ? json(response, 429, {}, { 'retry-after': '1' }) : grant()(response, request, count)
    const storage = memoryStorage()
    const make = (clientId: string) => createOAuth(options({ storage, clientId, minTokenIntervalMs: 250 }))
    const [one, other] = [make('one'), make('other')]
    await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? one : other).headers('a')))
    expect(server.requests).toHaveLength(3)
    const [first, second] = server.requests
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990)
  })

  test('429 for longer than timeoutMs fails at once', async () => {
    server.answer = (response) => json(response, 429, {}, { 'retry-after': '60' })
    const auth = createOAuth(options({ timeoutMs: 5000 }))
    for (let i = 0; i < 3; i++) {
      await expect(auth.headers('a')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: expect.any(Number) })
    }
    expect(server.requests).toHaveLength(1)
  })

  test('token requests keep their distance, for all audiences and credentials of a storage', async () => {
    const storage = memoryStorage()
    const make = (clientId: string) => createOAuth(options({ storage, clientId, minTokenIntervalMs: 200 }))
    const [one, other] = [make('one'), make('other')]
    await Promise.all([one.headers('a'), one.headers('b'), other.headers('a'), other.headers(undefined)])
    const times = server.requests.map(({ at }) => at)
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
    expect(times).toHaveLength(4)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(199)
  })
})

describe('a rejected credential', () => {
  const refuse: TokenServer['answer'] = (response, { form }, count) =>
    form.client_secret === 'right'
      ? grant()(response, {} as never, count)
      : json(response, 401, { error: 'invalid_client', error_description: `wrong: ${form.client_secret}` })

  test('is an error that says what to do, and is not sent again until the cooldown has passed, which doubles', async () => {
    server.answer = refuse
    const clock = fakeClock()
    const storage = memoryStorage({ now: clock.now })
    const make = (clientSecret: string) => createOAuth(options({ clientSecret, storage, now: clock.now }))
    const failure = await make('wr&ng')
      .headers('a')
      .catch((error) => error)
    expect(failure).toBeInstanceOf(TokenRejectedError)
    expect(failure).toMatchObject({
      code: 'token_rejected',
      clientId: 'my-client',
      status: 401,
      oauthError: 'invalid_client',
      oauthErrorDescription: 'wrong: [redacted]',
      retryAt: clock.now() + 30_000,
    })
    expect(failure.message).toContain('Check clientId, clientSecret')
    const asked = async (): Promise<number> => {
      server.requests.length = 0
      await expect(make('wr&ng').headers('b')).rejects.toMatchObject({ code: 'token_rejected', clientId: 'my-client' })
      return server.requests.length
    }
    const seen: number[] = []
    for (const wait of [0, 29_000, 1000, 59_000, 1000, 119_000, 1000, 240_000, 480_000, 900_000, 899_000, 1000]) {
      clock.advance(wait)
      seen.push(await asked())
    }
    expect(seen).toEqual([0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 0, 1])
    // The right secret is not held back by the wrong one.
    expect(await make('right').headers('a')).toHaveProperty('authorization')
  })

  test('that is not allowed for one audience may work for another', async () => {
    server.answer = (response, { form }, count) =>
      form.audience === 'no' ? json(response, 403, { error: 'access_denied' }) : grant()(response, {} as never, count)
    const auth = createOAuth(options())
    for (let i = 0; i < 3; i++) await expect(auth.headers('no')).rejects.toMatchObject({ status: 403 })
    await auth.headers('yes')
    expect(server.requests).toHaveLength(2)
  })
})

describe('renewal', () => {
  test('happens in the background: calls never wait, however long it takes', async () => {
    const clock = fakeClock()
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    server.answer = async (response, request, count) => {
      if (count > 1) await held
      grant(300)(response, request, count)
    }
    const auth = createOAuth(options({ now: clock.now }))
    await auth.headers('a')
    clock.advance(285_000)
    for (let i = 0; i < 5; i++) expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
    release()
    await expect.poll(() => auth.headers('a')).toEqual({ authorization: 'Bearer token-2' })
    expect(server.requests).toHaveLength(2)
  })

  test('that fails breaks no call while the old token is valid, and backs off', async () => {
    const clock = fakeClock()
    const auth = createOAuth(options({ now: clock.now, timeoutMs: 200 }))
    await auth.headers('a')
    server.answer = (response) => json(response, 500, {})
    clock.advance(3_600_000 - 30_000)
    for (let i = 0; i < 20; i++) {
      expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await expect.poll(() => auth.stats().tokenFailures).toBe(1)
    clock.advance(30_000)
    await expect(auth.headers('a')).rejects.toMatchObject({ code: 'server_error' })
  })

  test.each([5, 60, 300, 86_400])('is due late in the lifetime of a token of %i s', async (lifetime) => {
    const clock = fakeClock()
    server.answer = grant(lifetime)
    const auth = createOAuth(options({ now: clock.now }))
    await auth.headers('a')
    clock.advance(lifetime * 1000 - Math.min(60_000, lifetime * 100) - 1)
    await auth.headers('a')
    expect(auth.stats().tokenRequests).toBe(1)
    clock.advance(Math.min(60_000, lifetime * 100) * 0.5)
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
    await expect.poll(() => server.requests.length).toBe(2)
  })

  test('an expired token is never used', async () => {
    const clock = fakeClock()
    const auth = createOAuth(options({ now: clock.now, refreshAheadMs: 0 }))
    await auth.headers('a')
    clock.advance(3_600_000 - 5000 - 1)
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
    clock.advance(1)
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-2' })
  })

  test('setting the clock back does not extend a token', async () => {
    const clock = fakeClock()
    const auth = createOAuth(options({ now: clock.now, refreshAheadMs: 0 }))
    await auth.headers('a')
    clock.advance(3_000_000)
    await auth.headers('a')
    clock.advance(-7_200_000)
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
    clock.advance(600_000)
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-2' })
    for (let i = 0; i < 5; i++) await auth.headers('a')
    expect(server.requests).toHaveLength(2)
  })
})

describe('rejected by an API', () => {
  test('ten calls with the same token renew it once', async () => {
    const auth = createOAuth(options())
    const old = await auth.headers('a')
    const calls = Array.from({ length: 10 }, async () => {
      expect(await auth.refused('a', old)).toBe(true)
      return auth.headers('a')
    })
    for (const headers of await Promise.all(calls)) expect(headers).toEqual({ authorization: 'Bearer token-2' })
    expect(server.requests).toHaveLength(2)
  })

  test('a renewed token that is rejected too is not renewed again before the cooldown', async () => {
    const clock = fakeClock()
    const auth = createOAuth(options({ now: clock.now }))
    const refusals: boolean[] = []
    for (const wait of [0, 0, 29_000, 2000, 0, 59_000, 2000]) {
      clock.advance(wait)
      refusals.push(await auth.refused('a', await auth.headers('a')))
    }
    expect(refusals).toEqual([true, false, false, true, false, false, true])
    await auth.headers('a')
    expect(server.requests).toHaveLength(4)
  })

  test('another instance on the storage uses the renewed token instead of requesting one', async () => {
    const storage = memoryStorage()
    const [one, other] = [createOAuth(options({ storage })), createOAuth(options({ storage }))]
    const [old] = await Promise.all([one.headers('a'), other.headers('a')])
    for (const auth of [one, other]) {
      expect(await auth.refused('a', { Authorization: old?.authorization ?? '' })).toBe(true)
      expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-2' })
    }
    expect(server.requests).toHaveLength(2)
  })
})

describe('abort', () => {
  test("ends one caller's wait only, with the signal's reason", async () => {
    let release = (): void => {}
    server.answer = (response, request, count) => {
      release = () => grant()(response, request, count)
    }
    const auth = createOAuth(options())
    const controller = new AbortController()
    const first = auth.headers('a', { signal: controller.signal })
    const second = auth.headers('a')
    await expect.poll(() => server.requests.length).toBe(1)
    const reason = new Error('no longer needed')
    controller.abort(reason)
    await expect(first).rejects.toBe(reason)
    release()
    expect(await second).toEqual({ authorization: 'Bearer token-1' })
    await expect(auth.headers('a', { signal: controller.signal })).rejects.toBe(reason)
    expect(server.requests).toHaveLength(1)
  })

  test('by every caller ends the queueing, and the next call works', async () => {
    const auth = createOAuth(options({ minTokenIntervalMs: 200 }))
    await auth.headers('a')
    const controller = new AbortController()
    const waiting = auth.headers('b', { signal: controller.signal })
    const ended = expect(waiting).rejects.toThrow('gone')
    setImmediate(() => controller.abort(new Error('gone')))
    await ended
    expect(await auth.headers('b')).toEqual({ authorization: 'Bearer token-2' })
  })
})

describe('prime, forget, token, stats', () => {
  test('prime saves the first request, also for others on the storage', async () => {
    const storage = memoryStorage()
    const auth = createOAuth(options({ storage }))
    await auth.prime('a', { accessToken: 'primed', expiresAt: Date.now() + 60_000 })
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer primed' })
    expect((await createOAuth(options({ storage })).token('a')).accessToken).toBe('primed')
    expect(server.requests).toHaveLength(0)
  })

  test('prime ignores an expired token, and rejects an invalid one', async () => {
    const auth = createOAuth(options())
    await auth.prime('a', { accessToken: 'old', expiresAt: Date.now() - 1 })
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
    await expect(auth.prime('a', {} as never)).rejects.toMatchObject({ code: 'config_invalid' })
  })

  test('a late response does not replace a primed token', async () => {
    let release = (): void => {}
    server.answer = (response, request, count) => {
      release = () => grant()(response, request, count)
    }
    const auth = createOAuth(options())
    const cold = auth.headers('a')
    await expect.poll(() => server.requests.length).toBe(1)
    await auth.prime('a', { accessToken: 'primed', expiresAt: Date.now() + 60_000 })
    release()
    await cold
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer primed' })
  })

  test('forget removes one audience or all, also in the storage', async () => {
    const storage = memoryStorage()
    const auth = createOAuth(options({ storage }))
    await auth.headers('a')
    await auth.headers('b')
    await auth.forget('a')
    expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-3' })
    expect(await auth.headers('b')).toEqual({ authorization: 'Bearer token-2' })
    await auth.forget()
    await createOAuth(options({ storage })).headers('b')
    expect(server.requests).toHaveLength(4)
  })

  test('token returns the token and its expiry, to pass on', async () => {
    const clock = fakeClock()
    const auth = createOAuth(options({ now: clock.now }))
    expect(await auth.token('a')).toEqual({ accessToken: 'token-1', expiresAt: clock.now() + 3_600_000 })
  })

  test('a listener that throws or rejects has no effect', async () => {
    const types: string[] = []
    const onEvent = async (event: TokenEvent): Promise<void> => {
      types.push(event.type)
      throw new Error('listener')
    }
    await createOAuth(options({ onEvent: onEvent as never })).headers('a')
    expect(types).toEqual(['token_requested', 'token_received'])
  })
})
