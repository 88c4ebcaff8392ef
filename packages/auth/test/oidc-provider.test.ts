import { createServer } from 'node:http'
// @ts-expect-error the package has no types of its own
import Provider from 'oidc-provider'
import { listen } from 'test-servers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOAuth } from '../src/index.ts'
import { privateKeyJwt } from '../src/private-key-jwt.ts'

// A certified OAuth server, with Camunda's `audience` parameter on top: what others built, not what we think they do.
const SECRET = 'p~._-!*\'() +&=%/?#:@"'
const server = createServer()
let closeServer: (() => Promise<void>) | undefined
let tokenUrl = ''
let granted = 0
const keyKind = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
const signing = { name: 'RSASSA-PKCS1-v1_5', ...keyKind }
const keys = (await crypto.subtle.generateKey(signing, true, ['sign', 'verify'])) as CryptoKeyPair
const { d: _, ...publicKey } = await crypto.subtle.exportKey('jwk', keys.publicKey)

beforeAll(async () => {
  const { port, close } = await listen(server)
  closeServer = close
  const issuer = `http://127.0.0.1:${port}`
  const client = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }
  const provider = new Provider(issuer, {
    clients: [
      { ...client, client_id: 'post', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_post' },
      { ...client, client_id: 'basic', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_basic' },
      {
        ...{ ...client, client_id: 'jwt', token_endpoint_auth_method: 'private_key_jwt' },
        jwks: { keys: [{ ...publicKey, use: 'sig', alg: 'RS256', kid: 'key-1' }] },
      },
    ],
    extraParams: ['audience'],
    scopes: ['read', 'write'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx: { oidc: { body?: { audience?: string } } }) =>
          `urn:aud:${ctx.oidc.body?.audience ?? 'none'}`,
        // Tokens for the named resource, without asking the user, who is not there.
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx: unknown, resource: string) => ({
          scope: 'read write',
          audience: resource.replace('urn:aud:', ''),
          accessTokenTTL: 300,
          accessTokenFormat: 'jwt',
        }),
      },
    },
  } as never)
  provider.on('grant.success', () => granted++)
  server.on('request', provider.callback())
  tokenUrl = `${issuer}/token`
})
afterAll(() => closeServer?.())

const claims = (token: string): Record<string, unknown> =>
  JSON.parse(atob(token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''))

test.each([
  ['post', 'client_secret_post'],
  ['basic', 'client_secret_basic'],
] as const)('grants %s a token for the audience and scope asked for, once', async (clientId, clientAuthentication) => {
  const before = granted
  const auth = createOAuth({ tokenUrl, clientId, clientSecret: SECRET, clientAuthentication, scope: 'read' })
  const tokens = await Promise.all(Array.from({ length: 20 }, () => auth.token('operate.camunda.io')))
  expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1)
  const { accessToken, expiresAt } = tokens[0] as (typeof tokens)[number]
  expect(claims(accessToken)).toMatchObject({ aud: 'operate.camunda.io', scope: 'read', client_id: clientId })
  expect(Math.abs(expiresAt - Number(claims(accessToken).exp) * 1000)).toBeLessThan(2000)
  expect(granted).toBe(before + 1)
})

test.each([
  ['a wrong secret', { clientSecret: 'wrong' }],
  ['an unknown client', { clientId: 'unknown' }],
])('rejects %s in its own words', async (_name, wrong) => {
  const auth = createOAuth({ tokenUrl, clientId: 'post', clientSecret: SECRET, ...wrong })
  const refusal = { code: 'token_rejected', status: 401, oauthError: 'invalid_client' }
  await expect(auth.headers('a')).rejects.toMatchObject(refusal)
})

test('issues a token for a signed assertion, repeatedly, also for a key in another format', async () => {
  const jwk = await crypto.subtle.exportKey('jwk', keys.privateKey)
  for (const privateKey of [keys.privateKey, jwk]) {
    const clientAuthentication = privateKeyJwt({ privateKey, keyId: 'key-1' })
    const auth = createOAuth({ tokenUrl, clientId: 'jwt', clientAuthentication, minTokenIntervalMs: 0 })
    for (const audience of ['operate.camunda.io', 'tasklist.camunda.io']) {
      const { accessToken } = await auth.token(audience)
      expect(claims(accessToken)).toMatchObject({ aud: audience, client_id: 'jwt' })
    }
  }
})

test('rejects an assertion with another key, and one for another server', async () => {
  const { privateKey } = (await crypto.subtle.generateKey(signing, false, ['sign'])) as CryptoKeyPair
  for (const clientAuthentication of [
    privateKeyJwt({ privateKey, keyId: 'key-1' }),
    privateKeyJwt({ privateKey: keys.privateKey, audience: 'https://elsewhere.example.com' }),
  ]) {
    const auth = createOAuth({ tokenUrl, clientId: 'jwt', clientAuthentication })
    const refusal = { code: 'token_rejected', status: 401, oauthError: 'invalid_client' }
    await expect(auth.headers('a')).rejects.toMatchObject(refusal)
  }
})

test('issues a token for the requested resource', async () => {
  const resource = 'urn:aud:by-resource'
  const auth = createOAuth({ tokenUrl, clientId: 'post', clientSecret: SECRET, resource })
  expect(claims((await auth.token()).accessToken)).toMatchObject({ aud: 'by-resource' })
})
