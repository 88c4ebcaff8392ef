import * as openid from 'openid-client'
import { describe, expect, test } from 'vitest'
import { serve } from '../src/node.ts'

describe.each([
  ['saas', '/', '/oauth/token', 'operate.camunda.io'],
  [
    'self-managed',
    '/auth/realms/camunda-platform',
    '/auth/realms/camunda-platform/protocol/openid-connect/token',
    undefined,
  ],
] as const)('on %s', (deployment, issuer, tokenPath, audience) => {
  test.each([openid.ClientSecretPost, openid.ClientSecretBasic])(
    'openid-client gets a token from the issuer alone',
    async (authenticate) => {
      await using server = await serve({ deployment, rateLimit: false })
      const { clientId, clientSecret } = server.emulator.credentials('cluster')
      const configuration = await openid.discovery(
        new URL(server.url + issuer),
        clientId,
        undefined,
        authenticate(clientSecret),
        { execute: [openid.allowInsecureRequests] },
      )
      expect(configuration.serverMetadata()).toMatchObject({
        issuer: server.url + issuer,
        token_endpoint: server.url + tokenPath,
        jwks_uri: server.emulator.url('jwks'),
        grant_types_supported: ['client_credentials'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      })
      const granted = await openid.clientCredentialsGrant(configuration, audience ? { audience } : {})
      const search = await fetch(`${server.emulator.url('operate')}/v1/incidents/search`, {
        method: 'POST',
        headers: { authorization: `Bearer ${granted.access_token}` },
      })
      expect(search.status).toBe(200)
    },
  )
})
