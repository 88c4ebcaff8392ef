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

  test('a session that was refused is renewed once for all, and a new one that is refused is not', async () => {
    const auth = make()
    const old = await auth.headers('any')
    expect(await Promise.all(Array.from({ length: 5 }, () => auth.refused?.('any', old)))).toEqual(Array(5).fill(true))
    const fresh = await auth.headers('any')
    expect(fresh.cookie).toContain('session-2')
    expect(await auth.refused?.('any', fresh)).toBe(false)
    expect(logins).toHaveLength(2)
  })
})

test('a wrong password is not tried again before the cooldown, and not shown', async () => {
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

test('a login that hangs times out, one that cannot be reached says so, an abort ends the wait', async () => {
  hang = true
  await expect(make({ timeoutMs: 50 }).headers('any')).rejects.toMatchObject({ code: 'timeout' })
  await expect(make().headers('any', { signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
  await expect(make({ loginUrl: 'http://127.0.0.1:1/login' }).headers('any')).rejects.toMatchObject({ code: 'network' })
})

test.each([{ loginUrl: 'login' }, { loginUrl: 'ftp://x/login' }, { username: '' }, { password: '' }])(
  '%j is refused',
  (more) => {
    expect(() => make(more)).toThrow(expect.objectContaining({ code: 'config_invalid' }))
  },
)
