import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSessionCookie, ProxyConfigError } from '../src/index.ts'
import { ORIGIN, pageHeaders, startProxy } from './serve.ts'

const get = '/camunda/operate/v1/process-instances/1'
const secret = 'a secret of the tests that is long enough'

async function setup(options: { user?: string; maxAgeSeconds?: number } = {}) {
  const clock = { now: Date.UTC(2026, 10, 20) }
  const sessions = createSessionCookie<{ user: string }>({ secret, now: () => clock.now, ...options })
  const proxy = await startProxy({ session: sessions.read })
  const setCookie = await sessions.issue({ user: options.user ?? 'jane' })
  const [pair = ''] = setCookie.split(';')
  const [name = '', value = ''] = pair.split('=')
  const status = async (cookie: string): Promise<number> =>
    (await proxy.call(get, { headers: { ...pageHeaders, ...(cookie && { cookie }) } })).status
  return { ...proxy, clock, sessions, setCookie, pair, name, value, status }
}

test('a cookie opens the proxy until it is over', async () => {
  const { clock, pair, status, received } = await setup({ maxAgeSeconds: 60 })
  expect(await status(pair)).toBe(200)
  expect(await status(`other=1; ${pair}; more=2`)).toBe(200)
  clock.now += 59_999
  expect(await status(pair)).toBe(200)
  clock.now += 1
  expect(await status(pair)).toBe(401)
  expect(received).toHaveLength(3)
  expect(received.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined])
})

test('the browser is told to keep it from scripts, other sites, other hosts and plain http', async () => {
  const { setCookie, sessions } = await setup()
  expect(setCookie).toMatch(
    /^__Host-session=[\w-]+\.[\w-]+; Max-Age=28800; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  )
  expect(sessions.clear()).toBe('__Host-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict')
})

test('a session that was made or changed by somebody else opens nothing', async () => {
  const { value, pair, status, received } = await setup()
  const [payload = '', signature = ''] = value.split('.')
  const forged = Buffer.from(JSON.stringify({ session: { user: 'admin' }, expires: 1e15 })).toString('base64url')
  const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url')
  const cookies = [
    '',
    '__Host-session=',
    '__Host-session=.',
    `__Host-session=${payload}`,
    `__Host-session=${payload}.`,
    `__Host-session=${forged}.${signature}`,
    `__Host-session=${payload}.${signature.slice(0, -2)}`,
    `__Host-session=${payload}.${signature}.${signature}`,
    `__Host-session=${payload.slice(0, -1)}.${signature}`,
    `__Host-session=${forged}.${hmac('another secret that is long enough, too', `__Host-session=${forged}`)}`,
    // The right secret, but for another purpose.
    `__Host-session=${forged}.${hmac(secret, `__Host-other=${forged}`)}`,
    `__Host-session=${forged}.${hmac(secret, forged)}`,
    `session=${value}`,
    `__host-session=${value}`,
    // Somebody has put another one beside it.
    `${pair}; ${pair}`,
    `__Host-session=x; ${pair}`,
  ]
  const statuses = new Map<string, number>()
  for (const cookie of cookies) statuses.set(cookie, await status(cookie))
  expect([...statuses].filter(([, status]) => status !== 401)).toEqual([])
  expect(received).toEqual([])
  expect(await status(pair)).toBe(200)
})

test('any change of one character ends it', async () => {
  const { value, sessions } = await setup()
  const read = (cookie: string) =>
    sessions.read(new Request('http://localhost/', { headers: { cookie: `__Host-session=${cookie}` } }))
  expect(await read(value)).toEqual({ user: 'jane' })
  for (let index = 0; index < value.length; index++) {
    const other = value[index] === 'A' ? 'Q' : 'A'
    const changed = value.slice(0, index) + other + value.slice(index + 1)
    // The last character of a signature has bits that mean nothing.
    if (index < value.length - 1) expect(await read(changed), changed).toBeUndefined()
  }
})

test('data in any script survives; too much of it is refused', async () => {
  const { sessions, status, pair } = await setup({ user: 'Жанна 😀; a=b' })
  expect(await status(pair)).toBe(200)
  const request = new Request('http://localhost/', { headers: { cookie: pair } })
  expect(await sessions.read(request)).toEqual({ user: 'Жанна 😀; a=b' })
  await expect(sessions.issue({ user: 'x'.repeat(4000) })).rejects.toThrow(ProxyConfigError)
})

test.each(['http://localhost:3000', 'https://127.0.0.1', 'http://[::1]:3000', 'http://app.localhost'])(
  'an insecure cookie is for pages of this machine, such as %s',
  async (origin) => {
    const sessions = createSessionCookie<{ user: string }>({ secret, insecure: true })
    const setCookie = await sessions.issue({ user: 'jane' })
    expect(setCookie).toMatch(/^session=[\w-]+\.[\w-]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(sessions.clear()).toBe('session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict')
    const { call } = await startProxy({ session: sessions.read, origins: [origin] })
    const [cookie = ''] = setCookie.split(';')
    expect((await call(get, { headers: { ...pageHeaders, origin, cookie } })).status).toBe(200)
  },
)

test.each([
  ORIGIN,
  'http://192.168.1.2',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://mylocalhost',
])('an insecure cookie is not for %s', async (origin) => {
  const { read, issue } = createSessionCookie<{ user: string }>({ secret, insecure: true })
  const origins = ['http://localhost:3000', origin]
  await expect(startProxy({ session: read, origins })).rejects.toThrow('`origins` must be loopback only')
  // Nor behind a function that `createProxy` cannot look through.
  const { call, received } = await startProxy({ session: (request) => read(request), origins })
  const [cookie = ''] = (await issue({ user: 'jane' })).split(';')
  expect((await call(get, { headers: { ...pageHeaders, origin, cookie } })).status).toBe(401)
  expect(received).toEqual([])
})

test('a name keeps its own part where the prefix has to go', async () => {
  const sessions = createSessionCookie({ secret, name: '__Host-app', insecure: true })
  expect(await sessions.issue({})).toMatch(/^app=/)
})

test('only true makes a cookie insecure', async () => {
  const sessions = createSessionCookie({ secret, insecure: 'false' as never })
  expect(await sessions.issue({})).toMatch(/^__Host-session=.*; Secure;/)
})

test.each([
  [{ secret: undefined }, 'secret'],
  [{ secret: 'too short' }, 'secret'],
  [{ secret, name: 'session' }, 'name'],
  [{ secret, name: '__Host-a; Domain=x' }, 'name'],
  [{ secret, maxAgeSeconds: 0 }, 'maxAgeSeconds'],
])('options that cannot be are named: %o', (options, option) => {
  expect(() => createSessionCookie(options)).toThrow(expect.objectContaining({ code: 'config_invalid', option }))
})

test.each([undefined, null, false, '', 0])('a host that gives %o has no session', async (session) => {
  let asked = 0
  const authorize = () => ++asked > 0
  const { call, received } = await startProxy({ session: () => session as never, authorize })
  expect((await call(get)).status).toBe(401)
  expect({ asked, received }).toEqual({ asked: 0, received: [] })
})

test('trouble of the host is no session, and is not told', async () => {
  const fail = (): never => {
    throw new Error('redis://user:password@store is down')
  }
  for (const options of [{ session: fail }, { session: async () => fail() }, { authorize: fail }]) {
    const { call, received } = await startProxy(options)
    const answer = await call(get)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('redis')
    expect(received).toEqual([])
  }
})
