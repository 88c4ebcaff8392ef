import { CLUSTER_SCOPES, type Client, type ClusterScope } from '../clients.ts'
import type { IdentityProvider } from './identity-provider.ts'

const REALM = '/auth/realms/camunda-platform'

export const MODELER_AUDIENCE = 'web-modeler-public-api'

/** The audience of a cluster's API: a separate one up to Camunda 8.7 and for Optimize, a common one from 8.8 on. */
export const clusterAudience = (scope: ClusterScope, minor: number): string =>
  minor < 8 || scope === 'Optimize' ? `${scope.toLowerCase()}-api` : 'orchestration-api'

/**
 * Keycloak as in Camunda Self-Managed. It ignores the audience of a request: a token has access to everything that the
 * application was granted, and lists it as audiences.
 */
export function createKeycloak(minor: number): IdentityProvider {
  const audiences = ({ permissions }: Client): string[] => [
    ...new Set(CLUSTER_SCOPES.filter((scope) => permissions.has(scope)).map((scope) => clusterAudience(scope, minor))),
    ...([...permissions].some((permission) => permission.startsWith('WebModeler:')) ? [MODELER_AUDIENCE] : []),
  ]
  return {
    paths: {
      issuer: REALM,
      token: `${REALM}/protocol/openid-connect/token`,
      jwks: `${REALM}/protocol/openid-connect/certs`,
      discovery: `${REALM}/.well-known/openid-configuration`,
    },
    lifetimeSeconds: 300,
    isGuarded: false,
    takesJson: false,
    grant: (client) => ({
      claims: { aud: audiences(client) },
      members: { refresh_expires_in: 0, 'not-before-policy': 0, scope: 'profile email' },
    }),
    unauthorized: (isKnown) => ({
      error: isKnown ? 'unauthorized_client' : 'invalid_client',
      description: 'Invalid client or Invalid client credentials',
    }),
  }
}
