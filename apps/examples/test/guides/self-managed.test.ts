import { generateKeyPairSync } from 'node:crypto'
import { expect, it, onTestFinished, vi } from 'vitest'
import { withCertificate, withSecret } from '../../src/guides/self-managed/entra.ts'
import { connect } from '../../src/guides/self-managed/keycloak.ts'
import { overBasicAuth, overCookieLogin, withoutAuthentication } from '../../src/guides/self-managed/without-tokens.ts'
import { startRecorder } from '../support/recorder.ts'

it('Keycloak: no audience is requested, and one token works for Operate and Web Modeler', async () => {
  const server = await startRecorder()
  const { operate, modeler } = connect({
    CAMUNDA_CLIENT_ID: 'app',
    CAMUNDA_CLIENT_SECRET: 'secret',
    CAMUNDA_OAUTH_URL: `${server.url}/auth/realms/camunda-platform/protocol/openid-connect/token`,
    CAMUNDA_OPERATE_BASE_URL: `${server.url}/operate`,
    CAMUNDA_MODELER_BASE_URL: `${server.url}/modeler`,
  })
  await operate.processInstances.search()
  await modeler.projects.search()
  expect(server.paths).toEqual([
    'POST /auth/realms/camunda-platform/protocol/openid-connect/token',
    'POST /operate/v1/process-instances/search',
    'POST /modeler/api/v1/projects/search',
  ])
  expect(server.requests[0]?.form).toEqual({
    grant_type: 'client_credentials',
    client_id: 'app',
    client_secret: 'secret',
  })
  expect(server.requests[2]?.headers.authorization).toBe('Bearer token')
})

it('Entra: a scope, and a secret or a signed assertion', async () => {
  const asked: URLSearchParams[] = []
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    expect(url).toBe('https://login.microsoftonline.com/tenant/oauth2/v2.0/token')
    asked.push(new URLSearchParams(String(body)))
    return Response.json({ access_token: 'token', expires_in: 3600 })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const application = { tenant: 'tenant', clientId: 'app', camundaAppId: 'camunda' }
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKey = String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const certificate = `-----BEGIN CERTIFICATE-----\n${btoa('any bytes')}\n-----END CERTIFICATE-----`
  await withSecret(application, 'secret').token()
  await withCertificate(application, privateKey, certificate).token()
  for (const form of asked) {
    expect(form.get('scope')).toBe('camunda/.default')
    expect(form.has('audience')).toBe(false)
  }
  expect(asked[0]?.get('client_secret')).toBe('secret')
  expect(asked[1]?.has('client_secret')).toBe(false)
  const [header = ''] = (asked[1]?.get('client_assertion') ?? '').split('.')
  expect(JSON.parse(atob(header))).toMatchObject({ alg: 'RS256', x5t: expect.stringMatching(/^[\w-]{27}$/) })
})

it('Basic, a session, and no authentication', async () => {
  const server = await startRecorder()
  await overBasicAuth(server.url, 'demo', 'demo').incidents.search()
  await overCookieLogin(server.url, 'demo', 'demo').incidents.search()
  await withoutAuthentication(server.url).incidents.search()
  const [basic, login, page, session, none] = server.requests
  expect(basic?.headers.authorization).toBe(`Basic ${btoa('demo:demo')}`)
  expect(server.paths[1]).toBe('POST /api/login')
  expect(login?.form).toEqual({ username: 'demo', password: 'demo' })
  expect(page?.headers.cookie).toBe('OPERATE-SESSION=one')
  expect(session?.headers).toMatchObject({ cookie: 'OPERATE-SESSION=one', 'x-csrf-token': 'csrf' })
  expect(none?.headers).not.toHaveProperty('authorization')
  expect(none?.headers).not.toHaveProperty('cookie')
})
