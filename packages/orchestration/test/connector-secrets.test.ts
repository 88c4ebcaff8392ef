import { inspect } from 'node:util'
import { createOAuth } from '@x/auth'
import { type Respond, startServer, type TestServer } from 'test-servers'
import { afterEach, expect, test } from 'vitest'
import { type ConnectorSecretsOptions, createConnectorSecrets } from '../src/connector-secrets.ts'
import { ApiError, ValidationError } from '../src/index.ts'
import { auth } from './server.ts'

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(respond: Respond, options: Partial<ConnectorSecretsOptions> = {}) {
  const server = await startServer(respond)
  servers.push(server)
  return { server, secrets: createConnectorSecrets({ auth, baseUrl: server.url, ...options }) }
}

test('returns all secrets by name, and shows none of them until it is revealed', async () => {
  const { server, secrets } = await serve(() => ({
    body: '{"SMTP_PASSWORD":"s3cret-of-mail","pin":"90071992547409931","__proto__":"odd"}',
    headers: { 'content-type': 'application/json' },
  }))
  const values = await secrets.list()
  expect(server.received[0]).toMatchObject({ method: 'GET', path: '/secrets' })
  expect([...values].map(([name, value]) => [name, value.reveal()])).toEqual([
    ['SMTP_PASSWORD', 's3cret-of-mail'],
    ['pin', '90071992547409931'],
    ['__proto__', 'odd'],
  ])
  const shown = [inspect(values), inspect(values, { showHidden: true, depth: 9 }), JSON.stringify([...values])].join()
  expect(shown).not.toMatch(/s3cret|9007|odd/)
  expect(`${values.get('SMTP_PASSWORD')}`).toBe('[redacted]')
})

test('requests a token for its own audience from the token URL of the cluster', async () => {
  const { server: login } = await serve(() => ({ body: { access_token: 'token-for-secrets', expires_in: 300 } }))
  const oauth = createOAuth({ tokenUrl: `${login.url}/oauth/token`, clientId: 'id', clientSecret: 'secret' })
  const { server, secrets } = await serve(() => ({ body: {} }), { auth: oauth })
  expect((await secrets.list()).size).toBe(0)
  expect(login.received[0]?.body).toContain('audience=secrets.camunda.io')
  expect(server.received[0]?.headers.authorization).toBe('Bearer token-for-secrets')
})

test.each([401, 403])('a %d says which client is needed', async (status) => {
  const { secrets } = await serve(() => ({ status, body: { message: 'token-of-the-client refused' } }))
  const error = await secrets.list().catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status, operation: 'connectorSecrets.list' })
  expect(String(error)).toContain('with the scope Secrets')
  expect(inspect(error)).not.toContain('token-of-the-client')
})

test.each([
  ['{"A":"s3cret","B":42}', 'B must be a string'],
  ['["s3cret"]', 'must be an object'],
  ['"s3cret"', 'must be an object'],
  ['null', 'must be an object'],
])('the response %s is rejected without showing a value', async (body, message) => {
  const events: unknown[] = []
  const { secrets } = await serve(() => ({ body }), { onEvent: (event) => events.push(event) })
  const error = await secrets.list().catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ValidationError)
  expect(error).toMatchObject({ code: 'response_invalid', message: expect.stringContaining(message) })
  expect(inspect([error, events], { depth: 9 })).not.toContain('s3cret')
})

test('a response that is no JSON does not appear in the error', async () => {
  const { secrets } = await serve(() => ({ body: '{"A":"s3cret' }))
  const error = await secrets.list().catch((error: unknown) => error)
  expect(error).toMatchObject({ code: 'response_malformed' })
  expect(inspect(error, { depth: 9 })).not.toContain('s3cret')
})

test.each([
  [{ auth: undefined }, '`auth`'],
  [{ baseUrl: 'ftp://x' }, '`baseUrl`'],
  [{ audience: 7 }, '`audience`'],
  [null, '`auth`'],
])('the options %o are rejected', (options, message) => {
  const create = () => createConnectorSecrets((options && { auth, ...options }) as never)
  expect(create).toThrow(message)
})
