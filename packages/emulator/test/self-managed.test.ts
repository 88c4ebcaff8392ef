import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorOptions } from '../src/index.ts'
import { createCall, createStill, type TokenCredentials, tokenForm } from './support.ts'

const createInstallation = (options: EmulatorOptions = {}): Emulator =>
  createStill({ deployment: 'self-managed', rateLimit: undefined, ...options })

const upTo87 = { version: '8.7' } as const

async function token(emulator: Emulator, credentials: TokenCredentials, audience?: string) {
  const response = await emulator.fetch(credentials.tokenUrl, tokenForm(credentials, audience))
  const body = await response.json()
  const claims = body.access_token && JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url').toString())
  return { status: response.status, body, claims }
}

describe('tokens', () => {
  test('come from a realm of Keycloak, with everything that the application was granted, whatever audience is requested', async () => {
    const emulator = createInstallation()
    const credentials = emulator.credentials('cluster')
    expect(credentials.tokenUrl).toBe(
      'http://camunda.localhost/auth/realms/camunda-platform/protocol/openid-connect/token',
    )
    for (const audience of [undefined, 'anything']) {
      const { status, body, claims } = await token(emulator, credentials, audience)
      expect(status).toBe(200)
      expect(body).toEqual({
        ...{ access_token: expect.any(String), expires_in: 300, token_type: 'Bearer', refresh_expires_in: 0 },
        ...{ 'not-before-policy': 0, scope: 'profile email' },
      })
      expect(claims).toMatchObject({
        iss: 'http://camunda.localhost/auth/realms/camunda-platform',
        aud: ['orchestration-api', 'optimize-api', 'web-modeler-public-api'],
        client_id: credentials.clientId,
      })
      expect(claims).not.toHaveProperty('https://camunda.com/clusterId')
    }
  })

  test('work for Operate and Web Modeler; there is no Console', async () => {
    const emulator = createInstallation()
    const { body } = await token(emulator, emulator.credentials('cluster'))
    const call = createCall(emulator, 'http://camunda.localhost', body.access_token)
    expect((await call('POST', '/operate/v1/process-instances/search')).body.total).toBeGreaterThan(4)
    expect((await call('POST', '/modeler/api/v1/projects/search', {})).status).toBe(200)
    expect((await call('GET', '/modeler/api/v1/info')).body).not.toHaveProperty('authorizedOrganization')
    expect((await call('GET', '/console/clusters')).status).toBe(404)
    expect(() => emulator.url('console')).toThrow(TypeError)
  })

  test('do not work for what the application was not granted', async () => {
    const emulator = createInstallation(upTo87)
    const credentials = emulator.credentials('organization')
    emulator.controls.setPermissions(credentials.clientId, ['Operate'])
    const { body, claims } = await token(emulator, credentials)
    expect(claims.aud).toEqual(['operate-api'])
    const call = createCall(emulator, 'http://camunda.localhost', body.access_token)
    expect((await call('POST', '/operate/v1/incidents/search')).status).toBe(200)
    expect((await call('POST', '/modeler/api/v1/projects/search', {})).status).toBe(401)
  })

  test("are rejected with Keycloak's messages, without a limit or a cooldown", async () => {
    const emulator = createInstallation()
    const credentials = emulator.credentials('cluster')
    const description = { error_description: 'Invalid client or Invalid client credentials' }
    for (let times = 0; times < 20; times += 1) {
      const wrong = await token(emulator, { ...credentials, clientSecret: 'wrong' })
      expect([wrong.status, wrong.body]).toEqual([401, { error: 'unauthorized_client', ...description }])
      const unknown = await token(emulator, { ...credentials, clientId: 'nobody' })
      expect([unknown.status, unknown.body]).toEqual([401, { error: 'invalid_client', ...description }])
    }
    const { clientId, clientSecret } = credentials
    const json = JSON.stringify({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret })
    const headers = { 'content-type': 'application/json' }
    expect((await emulator.fetch(credentials.tokenUrl, { method: 'POST', headers, body: json })).status).toBe(400)
    expect((await emulator.fetch('http://camunda.localhost/oauth/token', { method: 'POST' })).status).toBe(404)
  })

  test('of SaaS require an audience for a cluster client', async () => {
    const emulator = createStill()
    expect((await token(emulator, emulator.credentials('cluster'))).status).toBe(400)
  })

  test('expire with the clock, or on demand', async () => {
    const emulator = createInstallation()
    const { body } = await token(emulator, emulator.credentials('cluster'))
    const call = createCall(emulator, emulator.url('operate'), body.access_token)
    emulator.clock.advance(299_000)
    expect((await call('POST', '/v1/incidents/search')).status).toBe(200)
    emulator.clock.advance(1000)
    expect((await call('POST', '/v1/incidents/search')).status).toBe(401)
  })
})

test('the variables describe one application, with the addresses of its APIs', () => {
  const emulator = createInstallation()
  const { tokenUrl, clientId, clientSecret } = emulator.credentials('cluster')
  expect(emulator.credentials('organization')).toMatchObject({ clientId, clientSecret })
  const read = (kind: 'cluster' | 'organization' | 'both') =>
    Object.fromEntries(
      [...emulator.credentialsFile(kind).matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
  const shared = {
    ...{ ZEEBE_CLIENT_ID: clientId, ZEEBE_CLIENT_SECRET: clientSecret, ZEEBE_AUTHORIZATION_SERVER_URL: tokenUrl },
    ...{ CAMUNDA_CLIENT_ID: clientId, CAMUNDA_CLIENT_SECRET: clientSecret, CAMUNDA_OAUTH_URL: tokenUrl },
    CAMUNDA_CLIENT_MODE: 'self-managed',
  }
  const cluster = {
    ZEEBE_REST_ADDRESS: 'http://camunda.localhost/zeebe',
    CAMUNDA_OPERATE_BASE_URL: 'http://camunda.localhost/operate',
    CAMUNDA_TASKLIST_BASE_URL: 'http://camunda.localhost/tasklist',
    CAMUNDA_OPTIMIZE_BASE_URL: 'http://camunda.localhost/optimize',
  }
  const organization = {
    CAMUNDA_MODELER_BASE_URL: 'http://camunda.localhost/modeler/api',
    CAMUNDA_HUB_BASE_URL: 'http://camunda.localhost/hub',
  }
  expect(read('cluster')).toEqual({ ...shared, ...cluster })
  expect(read('organization')).toEqual({ ...shared, ...organization })
  expect(read('both')).toEqual({ ...shared, ...cluster, ...organization })
})

describe('HTTP Basic', () => {
  const statusOf = async (emulator: Emulator, credentials: string, path = '/operate/v1/incidents/search') => {
    const bytes = new TextEncoder().encode(credentials)
    const headers = { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }
    return (await emulator.fetch(`http://camunda.localhost${path}`, { method: 'POST', headers })).status
  }

  test('works for Operate from 8.8 on, for users with their password', async () => {
    const emulator = createInstallation({ users: [{ username: 'jürgen', password: 'a:b=ü' }] })
    expect(await statusOf(emulator, 'jürgen:a:b=ü')).toBe(200)
    expect(emulator.journal.filter({ kind: 'operate' })).toMatchObject([{ status: 200, clientId: 'jürgen' }])
    for (const wrong of ['jürgen:', 'jürgen', 'jürgen:x', 'demo:demo', ':', 'constructor:x']) {
      expect(await statusOf(emulator, wrong)).toBe(401)
    }
    expect(await statusOf(emulator, 'jürgen:a:b=ü', '/modeler/api/v1/projects/search')).toBe(401)
  })

  test('is not available up to 8.7, and not on SaaS', async () => {
    expect(await statusOf(createInstallation(), 'demo:demo')).toBe(200)
    expect(await statusOf(createInstallation(upTo87), 'demo:demo')).toBe(401)
    const saas = createStill()
    expect(
      await statusOf(saas, 'demo:demo', `/operate/${saas.credentials('cluster').clusterId}/v1/incidents/search`),
    ).toBe(401)
  })
})

describe.each([
  ['up to 8.7', upTo87, '/operate/api/login', 'OPERATE-SESSION'],
  ['from 8.8 on', {}, '/operate/login', 'camunda-session'],
])('a session %s', (_era, options, path, cookie) => {
  const login = (emulator: Emulator, username = 'demo', password = 'demo') =>
    emulator.fetch(emulator.url('login'), { method: 'POST', body: new URLSearchParams({ username, password }) })

  const cookiesOf = (response: Response) => response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '')

  /** Cookies and CSRF token, as a browser has them after the first page. */
  async function signIn(emulator: Emulator) {
    const response = await login(emulator)
    expect([response.status, await response.text()]).toEqual([204, ''])
    const [session = ''] = cookiesOf(response)
    expect(session).toMatch(new RegExp(`^${cookie}=[\\w-]{36}$`))
    const page = await emulator.fetch(`${emulator.url('operate')}/`, { headers: { cookie: session } })
    expect(page.status).toBe(200)
    const csrf = page.headers.get('x-csrf-token') ?? ''
    expect(cookiesOf(page)).toEqual([`X-CSRF-TOKEN=${csrf}`])
    return { session, csrf, cookies: `${session}; X-CSRF-TOKEN=${csrf}` }
  }

  const search = async (emulator: Emulator, headers: Record<string, string>) =>
    (await emulator.fetch(`${emulator.url('operate')}/v1/incidents/search`, { method: 'POST', headers })).status

  test('starts with a form, reads without a CSRF token, and changes with it', async () => {
    const emulator = createInstallation(options)
    expect(emulator.url('login')).toBe(`http://camunda.localhost${path}`)
    const { session, csrf, cookies } = await signIn(emulator)
    const instances = `${emulator.url('operate')}/v1/process-instances/1`
    expect((await emulator.fetch(instances, { headers: { cookie: session } })).status).toBe(404)
    expect(await search(emulator, { cookie: cookies, 'x-csrf-token': csrf })).toBe(200)
    expect(await search(emulator, { cookie: session })).toBe(403)
    expect(await search(emulator, { cookie: cookies })).toBe(403)
    expect(await search(emulator, { cookie: session, 'x-csrf-token': csrf })).toBe(403)
    expect(await search(emulator, { cookie: `${session}; X-CSRF-TOKEN=a`, 'x-csrf-token': 'a' })).toBe(403)
    const deletion = { method: 'DELETE', headers: { cookie: session } }
    expect((await emulator.fetch(instances, deletion)).status).toBe(403)
    expect(emulator.journal.count({ kind: 'operate', status: 200, clientId: 'demo' })).toBe(2)
    const journal = JSON.stringify(emulator.journal.entries)
    expect(journal).not.toContain(csrf)
    expect(journal).not.toContain(session.split('=')[1])
  })

  test('does not start with a wrong password', async () => {
    const emulator = createInstallation(options)
    for (const [username, password] of [
      ['demo', 'wrong'],
      ['nobody', 'demo'],
      ['', ''],
    ]) {
      const response = await login(emulator, username, password)
      expect([response.status, cookiesOf(response), await response.text()]).toEqual([401, [], ''])
    }
    expect(await search(emulator, { cookie: `${cookie}=made-up; X-CSRF-TOKEN=a`, 'x-csrf-token': 'a' })).toBe(401)
    expect((await emulator.fetch(emulator.url('login'))).headers.get('allow')).toBe('POST')
  })

  test('ends with a logout, when all tokens expire, and with a reset', async () => {
    const emulator = createInstallation(options)
    for (const end of [emulator.controls.expireTokens, emulator.reset]) {
      const { csrf, cookies } = await signIn(emulator)
      end()
      expect(await search(emulator, { cookie: cookies, 'x-csrf-token': csrf })).toBe(401)
    }
    const [one, two] = [await signIn(emulator), await signIn(emulator)]
    const logout = await emulator.fetch(emulator.url('logout'), { method: 'POST', headers: { cookie: one.cookies } })
    expect([logout.status, cookiesOf(logout)]).toEqual([204, [`${cookie}=`]])
    expect(await search(emulator, { cookie: one.cookies, 'x-csrf-token': one.csrf })).toBe(401)
    expect(await search(emulator, { cookie: two.cookies, 'x-csrf-token': two.csrf })).toBe(200)
  })
})

test('Tasklist has its own login and session up to 8.7', async () => {
  const emulator = createInstallation(upTo87)
  const base = emulator.url('tasklist')
  const body = new URLSearchParams({ username: 'demo', password: 'demo' })
  const login = await emulator.fetch(`${base}/api/login`, { method: 'POST', body })
  const [session = ''] = login.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '')
  expect([login.status, session]).toEqual([204, expect.stringMatching(/^TASKLIST-SESSION=[\w-]{36}$/)])
  const page = await emulator.fetch(`${base}/`, { headers: { cookie: session } })
  const csrf = page.headers.get('x-csrf-token') ?? ''
  const headers = {
    cookie: `${session}; X-CSRF-TOKEN=${csrf}`,
    'x-csrf-token': csrf,
    'content-type': 'application/json',
  }
  const search = (url: string) => emulator.fetch(url, { method: 'POST', headers, body: '{}' })
  expect((await search(`${base}/v1/tasks/search`)).status).toBe(200)
  expect((await search(`${emulator.url('operate')}/v1/incidents/search`)).status).toBe(401)
  await emulator.fetch(`${base}/api/logout`, { method: 'POST', headers })
  expect((await search(`${base}/v1/tasks/search`)).status).toBe(401)
})

test('the login up to 8.7 also accepts user name and password in the query, which the journal omits', async () => {
  for (const [options, status] of [
    [upTo87, 204],
    [{}, 401],
  ] as const) {
    const emulator = createInstallation(options)
    const response = await emulator.fetch(`${emulator.url('login')}?username=demo&password=demo`, { method: 'POST' })
    expect(response.status).toBe(status)
    expect(JSON.stringify(emulator.journal.entries)).not.toContain('password')
  }
})

test('incidents are resolved, and clusters are suspended, as on SaaS', async () => {
  const emulator = createInstallation({ operate: { processInstances: 60 } })
  const { clusterId = '' } = emulator.credentials('cluster')
  const authorization = `Basic ${btoa('demo:demo')}`
  const stateOf = async (key: string) => {
    const response = await emulator.fetch(`${emulator.url('operate')}/v1/incidents/${key}`, {
      headers: { authorization },
    })
    return response.status === 200 ? ((await response.json()) as { state: string }).state : response.status
  }
  await stateOf('1')
  const active = [...emulator.engine.incidents].filter(({ state }) => state === 'ACTIVE')
  const key = active.find(({ errorType }) => errorType === 'JOB_NO_RETRIES')?.incidentKey ?? ''
  expect(await stateOf(key)).toBe('ACTIVE')
  emulator.controls.resolveIncident(clusterId, key)
  expect(await stateOf(key)).toBe('RESOLVED')
  emulator.controls.setClusterStatus(clusterId, 'Suspended')
  expect(await stateOf(key)).toBe(503)
  emulator.reset()
  expect(await stateOf(key)).toBe('ACTIVE')
})

describe('invalid options', () => {
  test.each<[options: object, says: string]>([
    [{ deployment: 'self_managed' }, "deployment must be 'saas' or 'self-managed'"],
    [{ users: [] }, "users: only deployment 'self-managed'"],
    [{ deployment: 'self-managed', clusters: [] }, 'clusters: '],
    [{ deployment: 'self-managed', clusters: [{ name: 'a' }, { name: 'b' }] }, 'clusters: '],
    [{ deployment: 'self-managed', version: '8.5' }, 'clusters: '],
    [{ deployment: 'self-managed', users: [{ username: 'a:b', password: 'c' }] }, 'users[0].username must be'],
    [{ deployment: 'self-managed', users: [{ username: 'a', password: '' }] }, 'users[0].password must be'],
  ])('%j is rejected by name', (options, says) => {
    expect(() => createStill(options)).toThrow(TypeError)
    expect(() => createStill(options)).toThrow(says)
  })
})
