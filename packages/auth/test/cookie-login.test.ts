import { inspect } from 'node:util'
import { startServer, type TestServer } from 'test-servers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCookieLogin } from '../src/index.ts'
import { fakeClock } from '../src/testing/index.ts'

/** The two ways in which Operate and Tasklist have opened sessions. */
const eras = {
  'up to 8.7': { path: '/api/login', cookie: 'OPERATE-SESSION', csrf: 'operate-x-csrf-token', done: 204 },
  '8.8 and 8.9': { path: '/login', cookie: 'camunda-session', csrf: 'x-csrf-token', done: 204 },
}

let server: TestServer
let origin = ''
let logins: string[] = []
let sessions = 0
let hang = false
let era = eras['up to 8.7']
beforeEach(async () => {
  logins = []
  sessions = 0
  hang = false
  server = await startServer(({ method, path, headers, body }) => {
    if (hang) return undefined
    if (method === 'POST' && path === era.path) {
      logins.push(body)
      if (new URLSearchParams(body).get('password') !== 'dem&o=ü') return { status: 401, body: 'marker wrong' }
      const cookies = [
        `${era.cookie}=session-${++sessions}; Path=/; HttpOnly`,
        'old=; Max-Age=0',
        'lang=en; Expires=Thu, 01 Jan 2099 00:00:00 GMT',
      ]
      return { status: era.done, headers: { 'set-cookie': cookies } }
    }
    const known = headers.cookie?.includes(`${era.cookie}=session-${sessions}`)
    if (!known) return { status: 401 }
    return { headers: { [era.csrf]: 'csrf-1', 'set-cookie': 'X-CSRF-TOKEN=csrf-1' } }
  })
  origin = server.url
})
afterEach(() => server.close())
const make = (more: object = {}) =>
  createCookieLogin({ loginUrl: origin + era.path, username: 'demo', password: 'dem&o=ü', ...more })

describe.each(Object.entries(eras))('%s', (_name, given) => {
  beforeEach(() => {
    era = given
  })

  test('many calls share one login: all cookies, and the CSRF token', async () => {
    const auth = make()
    const all = await Promise.all(Array.from({ length: 20 }, () => auth.headers('any')))
    for (const headers of all) {
      expect(headers).toEqual({ cookie: `${era.cookie}=session-1; lang=en; X-CSRF-TOKEN=csrf-1`, [era.csrf]: 'csrf-1' })
    }
    expect(logins).toEqual(['username=demo&password=dem%26o%3D%C3%BC'])
  })

  test('a rejected session is renewed once for all calls, and a new one that is rejected is not', async () => {
    const auth = make()
    const old = await auth.headers('any')
    expect(await Promise.all(Array.from({ length: 5 }, () => auth.refused?.('any', old)))).toEqual(Array(5).fill(true))
    const fresh = await auth.headers('any')
    expect(fresh.cookie).toContain('session-2')
    expect(await auth.refused?.('any', fresh)).toBe(false)
    expect(logins).toHaveLength(2)
  })
})

test('a wrong password is not sent again before the cooldown, and not shown', async () => {
  const clock = fakeClock()
  const auth = make({ password: { reveal: () => 'marker-password' }, now: clock.now })
  for (const wait of [0, 0, 29_000, 1000, 59_000]) {
    clock.advance(wait)
    const failure = await auth.headers('any').catch((error) => error)
    expect(failure.code).toBe('login_rejected')
    expect(inspect(failure) + inspect(auth, { showHidden: true })).not.toContain('marker')
  }
  expect(logins).toHaveLength(2)
})

test('a login without a response times out, an unreachable one says so, and an abort ends the wait', async () => {
  hang = true
  await expect(make({ timeoutMs: 50 }).headers('any')).rejects.toMatchObject({ code: 'timeout' })
  await expect(make().headers('any', { signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
  await expect(make({ loginUrl: 'http://127.0.0.1:1/login' }).headers('any')).rejects.toMatchObject({ code: 'network' })
})

test.each<[string, object]>([
  ['loginUrl', { loginUrl: 'login' }],
  ['loginUrl', { loginUrl: 'ftp://x/login' }],
  ['loginUrl', { loginUrl: 'https://demo:marker-password@x/login' }],
  ['csrfUrl', { csrfUrl: 'http://operate/' }],
  ['username', { username: '' }],
  ['password', { password: '' }],
  ['timeoutMs', { timeoutMs: '5' }],
  ['now', { now: 5 }],
])('an invalid %s is rejected by name: %j', (name, more) => {
  const message = expect.stringMatching(new RegExp(`^createCookieLogin: ${name} must (?!.*marker)`))
  expect(() => make(more)).toThrow(expect.objectContaining({ code: 'config_invalid', message }))
})

test.each([null, undefined, 'http://localhost/login'])('%o are not options', (given) => {
  expect(() => createCookieLogin(given as never)).toThrow('createCookieLogin: options must be an object.')
})

describe('http to another machine', () => {
  const loginUrl = 'http://operate.camunda.svc.cluster.local/api/login'

  test('is rejected, with the option that allows it and its consequences', () => {
    for (const value of [undefined, false, 'true', 1]) {
      expect(() => make({ loginUrl, dangerouslyAllowInsecureLoginUrl: value })).toThrow(
        /loginUrl must start with https.*`dangerouslyAllowInsecureLoginUrl: true` allows http: the password can then be read/,
      )
    }
  })

  test('is allowed by the option', async () => {
    const urls: string[] = []
    const fetch = async (url: string): Promise<Response> => {
      urls.push(url)
      return new Response(null, { status: 204, headers: { 'set-cookie': 'OPERATE-SESSION=1' } })
    }
    const auth = make({ loginUrl, dangerouslyAllowInsecureLoginUrl: true, fetch })
    expect(await auth.headers('any')).toEqual({ cookie: 'OPERATE-SESSION=1' })
    expect(urls).toEqual([loginUrl, 'http://operate.camunda.svc.cluster.local/'])
  })

  test('https requires no option', () => {
    expect(make({ loginUrl: 'https://operate.example.com/api/login' })).toHaveProperty('headers')
  })
})
