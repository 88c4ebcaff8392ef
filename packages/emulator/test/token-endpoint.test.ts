import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EmulatorServer, serve } from '../src/node.ts'
import { type TokenCredentials, tokenForm } from './support.ts'

let server: EmulatorServer
let cluster: TokenCredentials & { clusterId?: string | undefined }
let organization: TokenCredentials

beforeAll(async () => {
  server = await serve({ rateLimit: false, tokenLifetimeSeconds: 3600 })
})
afterAll(() => server.close())
beforeEach(() => {
  server.emulator.reset()
  cluster = server.emulator.credentials('cluster')
  organization = server.emulator.credentials('organization')
})

const ask = (init: RequestInit): Promise<Response> => fetch(`${server.url}/oauth/token`, init)

const decode = (part: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString())

describe('a token', () => {
  test('is issued for a form, with the members that a client needs and no others', async () => {
    const response = await ask(tokenForm(cluster, 'operate.camunda.io'))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      scope: cluster.clusterId,
      expires_in: 3600,
      token_type: 'Bearer',
    })
  })

  test('is issued for JSON as well', async () => {
    const body = JSON.stringify({
      grant_type: 'client_credentials',
      audience: 'api.cloud.camunda.io',
      client_id: organization.clientId,
      client_secret: organization.clientSecret,
    })
    const response = await ask({ method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' })
  })

  test('is issued for a Basic header, whose parts are form-encoded', async () => {
    const encode = (value: string) => encodeURIComponent(value).replaceAll('~', '%7E')
    const basic = btoa(`${encode(cluster.clientId)}:${encode(cluster.clientSecret)}`)
    const response = await ask({
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', audience: 'zeebe.camunda.io' }),
    })
    expect(response.status).toBe(200)
  })

  test('is a JWT that can be verified with the published key, and has the right claims', async () => {
    const response = await ask(tokenForm(cluster, 'operate.camunda.io'))
    const { access_token: token } = (await response.json()) as { access_token: string }
    const [head, claims, signature] = token.split('.')
    const { keys } = (await (await fetch(server.emulator.url('jwks'))).json()) as {
      keys: (JsonWebKey & { kid: string })[]
    }
    const jwk = keys.find(({ kid }) => kid === decode(head).kid) as JsonWebKey
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
    const content = Buffer.from(`${head}.${claims}`)
    expect(await crypto.subtle.verify(algorithm, key, Buffer.from(signature ?? '', 'base64url'), content)).toBe(true)
    expect(decode(head)).toMatchObject({ alg: 'RS256', typ: 'JWT' })
    const { iat, exp, jti, ...rest } = decode(claims)
    expect(rest).toEqual({
      iss: `${server.url}/`,
      sub: cluster.clientId,
      aud: 'operate.camunda.io',
      client_id: cluster.clientId,
      'https://camunda.com/clusterId': cluster.clusterId,
    })
    expect(Number(exp) - Number(iat)).toBe(3600)
    expect(jti).toEqual(expect.any(String))
    expect(jwk).not.toHaveProperty('d')
  })

  test('is different each time', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(async () => (await ask(tokenForm(organization, 'api.cloud.camunda.io'))).text()),
    )
    expect(one).not.toBe(two)
  })
})

test('accepts a trailing slash in the address, as the Java client sends it', async () => {
  const answers = [`${server.url}/oauth/token`, `${server.url}/oauth/token/`].map(async (url) => {
    const response = await fetch(url, tokenForm(cluster, 'operate.camunda.io'))
    return [response.status, Object.keys((await response.json()) as object)]
  })
  const [without, within] = await Promise.all(answers)
  expect(without?.[0]).toBe(200)
  expect(within).toEqual(without)
  expect(server.emulator.journal.count({ kind: 'token', status: 200 })).toBe(2)
})

describe('an audience', () => {
  test.each(['zeebe.camunda.io', 'operate.camunda.io', 'tasklist.camunda.io', 'optimize.camunda.io'])(
    '%s is for cluster clients only',
    async (audience) => {
      expect((await ask(tokenForm(cluster, audience))).status).toBe(200)
      expect((await ask(tokenForm(organization, audience))).status).toBe(403)
    },
  )

  test('api.cloud.camunda.io is for organization clients only', async () => {
    expect((await ask(tokenForm(organization, 'api.cloud.camunda.io'))).status).toBe(200)
    const refused = await ask(tokenForm(cluster, 'api.cloud.camunda.io'))
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ error: 'access_denied' })
  })

  test('is rejected if a cluster client has no scope for it', async () => {
    server.emulator.controls.setPermissions(cluster.clientId, ['Zeebe'])
    expect((await ask(tokenForm(cluster, 'zeebe.camunda.io'))).status).toBe(200)
    expect((await ask(tokenForm(cluster, 'operate.camunda.io'))).status).toBe(403)
  })

  test('can be omitted by organization clients, as for Web Modeler on Self-Managed', async () => {
    const { access_token: token } = await (await ask(tokenForm(organization))).json()
    const [, claims = ''] = token.split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: 'api.cloud.camunda.io' })
  })

  test('is rejected if it is unknown, or if a cluster client omits it', async () => {
    const missing = await ask(tokenForm(cluster))
    expect(missing.status).toBe(400)
    expect(await missing.json()).toMatchObject({ error: 'invalid_request' })
    expect((await ask(tokenForm(cluster, 'modeler.cloud.camunda.io'))).status).toBe(403)
    expect((await ask(tokenForm(cluster, '__proto__'))).status).toBe(403)
  })
})

describe('a rejection', () => {
  const form = (changes: Record<string, string | undefined>): RequestInit => {
    const all = {
      grant_type: 'client_credentials',
      audience: 'zeebe.camunda.io',
      client_id: cluster.clientId,
      client_secret: cluster.clientSecret,
      ...changes,
    }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return { method: 'POST', body: new URLSearchParams(given) }
  }
  const outcome = async (init: RequestInit): Promise<[number, unknown]> => {
    const response = await ask(init)
    return [response.status, ((await response.json()) as { error: string }).error]
  }

  test('is the same for a wrong secret and an unknown client', async () => {
    const wrong = await ask(form({ client_secret: 'wrong' }))
    const unknown = await ask(form({ client_id: 'nobody' }))
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const body = { error: 'invalid_client', error_description: 'Unauthorized' }
    expect([await wrong.json(), await unknown.json()]).toEqual([body, body])
  })

  test('of a Basic header has a challenge (RFC 6749 section 5.2)', async () => {
    const response = await ask({
      method: 'POST',
      headers: { authorization: `Basic ${btoa('nobody:wrong')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', audience: 'zeebe.camunda.io' }),
    })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /)
  })

  test('names what is missing or wrong in the request', async () => {
    expect(await outcome(form({ grant_type: undefined }))).toEqual([400, 'invalid_request'])
    expect(await outcome(form({ grant_type: 'password' }))).toEqual([400, 'unsupported_grant_type'])
    expect(await outcome(form({ client_id: undefined }))).toEqual([400, 'invalid_request'])
    expect(await outcome(form({ client_secret: '' }))).toEqual([400, 'invalid_request'])
    expect(await outcome({ method: 'POST' })).toEqual([400, 'invalid_request'])
    expect(await outcome({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '[' })).toEqual([
      400,
      'invalid_request',
    ])
    const twice = new URLSearchParams([
      ['grant_type', 'client_credentials'],
      ['grant_type', 'client_credentials'],
    ])
    expect(await outcome({ method: 'POST', body: twice })).toEqual([400, 'invalid_request'])
    const both = { ...form({}), headers: { authorization: `Basic ${btoa('a:b')}` } }
    expect(await outcome(both)).toEqual([400, 'invalid_request'])
    const broken = { ...form({ client_secret: undefined }), headers: { authorization: 'Basic %' } }
    expect(await outcome(broken)).toEqual([400, 'invalid_request'])
  })

  test('of another method names POST; as on the real service, there is no CORS', async () => {
    const response = await ask({ method: 'GET' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
    const preflight = await ask({ method: 'OPTIONS', headers: { origin: 'https://example.com' } })
    expect(preflight.status).toBe(405)
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('follows the rotation of a secret immediately', async () => {
    const clientSecret = server.emulator.controls.rotateSecret(cluster.clientId)
    expect(clientSecret).toHaveLength(64)
    expect((await ask(tokenForm(cluster, 'zeebe.camunda.io'))).status).toBe(401)
    expect((await ask(tokenForm({ ...cluster, clientSecret }, 'zeebe.camunda.io'))).status).toBe(200)
  })
})
