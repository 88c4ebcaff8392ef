import { expect, test } from 'vitest'
import { AuthError, createOAuth, type OAuthOptions } from '../src/index.ts'

const good: OAuthOptions = {
  tokenUrl: 'https://login.example.com/oauth/token',
  clientId: 'id',
  clientSecret: 'marker-secret',
}

test.each<[string, unknown]>([
  ['tokenUrl', undefined],
  ['tokenUrl', 'not a url'],
  ['tokenUrl', 'https://a b.example.com/'],
  ['tokenUrl', 'https://example.com/a b'],
  ['tokenUrl', 'http://login.example.com/token'],
  ['tokenUrl', 'http://localhost.example.com/token'],
  ['tokenUrl', 'ftp://localhost/token'],
  ['tokenUrl', 'https://marker-secret:x@example.com/'],
  ['clientId', ''],
  ['clientId', 5],
  ['clientSecret', undefined],
  ['clientSecret', ''],
  ['clientSecret', { reveal: () => 5 }],
  ['scope', ['a']],
  ['resource', 'api.example.com'],
  ['resource', 'https://api.example.com/#part'],
  ['storage', { get() {}, set() {} }],
  ['storage', null],
  ['clientAuthentication', 'none'],
  ['clientAuthentication', null],
  ['clientAuthentication', {}],
  ['now', 5],
  ['timeoutMs', Number.NaN],
  ['timeoutMs', -1],
  ['timeoutMs', '5000'],
  ['timeoutMs', 2 ** 31],
  ['refreshAheadMs', Number.POSITIVE_INFINITY],
  ['refreshAheadMs', 2 ** 31],
  ['minTokenIntervalMs', 'x'],
])('%s: %j is rejected by name, without its value', (name, value) => {
  const call = (): unknown => createOAuth({ ...good, [name]: value } as never)
  expect(call).toThrow(AuthError)
  expect(call).toThrow(expect.objectContaining({ code: 'config_invalid', message: expect.stringContaining(name) }))
  expect(call).not.toThrow(/marker-secret/)
})

test.each([
  'http://localhost:18080/auth/realms/camunda-platform/protocol/openid-connect/token',
  'http://keycloak.localhost/token',
  'http://127.0.0.1:8080/token',
  'http://[::1]:8080/token',
  new URL('https://login.example.com/oauth/token/'),
])('%s is a valid tokenUrl', (tokenUrl) => {
  expect(createOAuth({ ...good, tokenUrl }).stats().tokenRequests).toBe(0)
})

test.each([
  'http://camunda-keycloak/auth/realms/camunda-platform/protocol/openid-connect/token',
  'http://keycloak:18080/token',
  'http://keycloak.camunda.svc.cluster.local/token',
  'http://host.docker.internal:18080/token',
  'http://0.0.0.0:18080/token',
  'http://10.0.0.7/token',
])('%s is rejected with the option that allows it and its consequences, and allowed by it', (tokenUrl) => {
  const call = (): unknown => createOAuth({ ...good, tokenUrl })
  expect(call).toThrow(/dangerouslyAllowInsecureTokenUrl.*client secret can then be read/)
  expect(createOAuth({ ...good, tokenUrl, dangerouslyAllowInsecureTokenUrl: true }).stats().tokenRequests).toBe(0)
  for (const value of ['true', 1, {}]) {
    const loose = { ...good, tokenUrl, dangerouslyAllowInsecureTokenUrl: value as never }
    expect(() => createOAuth(loose)).toThrow(AuthError)
  }
})

test('the option allows http and nothing else', () => {
  for (const tokenUrl of ['ftp://keycloak/token', 'file:///token', 'data:,token', 'http://a:b@keycloak/token']) {
    expect(() => createOAuth({ ...good, tokenUrl, dangerouslyAllowInsecureTokenUrl: true })).toThrow(AuthError)
  }
})

test('timeoutMs may be Infinity: a call then waits as long as necessary', async () => {
  const fetch = async (): Promise<Response> => Response.json({ access_token: 'token' })
  const auth = createOAuth({ ...good, fetch, timeoutMs: Number.POSITIVE_INFINITY, minTokenIntervalMs: 0 })
  expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token' })
})

test('an audience that is not a string is rejected', async () => {
  await expect(createOAuth(good).headers(5 as never)).rejects.toMatchObject({ code: 'config_invalid' })
})

test('nothing is sent before the first call, and unknown members are ignored', () => {
  const fetch = (): never => {
    throw new Error('sent')
  }
  createOAuth({ ...good, fetch, audience: 'x', region: 'bru-2' } as never)
})
