import type { Client, ClusterScope } from '../clients.ts'
import type { IdentityProvider, TokenRefusal } from './identity-provider.ts'

/** The audience for Console, Web Modeler and everything else of the organization. */
export const ORGANIZATION_AUDIENCE = 'api.cloud.camunda.io'

/** The audience of an API of a cluster. */
export const saasAudience = (scope: ClusterScope): string => `${scope.toLowerCase()}.camunda.io`

const SCOPE_OF_AUDIENCE: Readonly<Record<string, ClusterScope>> = Object.fromEntries(
  (['Zeebe', 'Operate', 'Tasklist', 'Optimize'] as const).map((scope) => [saasAudience(scope), scope]),
)

/**
 * Camunda's login on SaaS: issues tokens for the requested audience. The two kinds of clients have no audience in
 * common.
 */
export const saasLogin: IdentityProvider = {
  paths: {
    issuer: '/',
    token: '/oauth/token',
    jwks: '/.well-known/jwks.json',
    discovery: '/.well-known/openid-configuration',
  },
  lifetimeSeconds: 86_400,
  isGuarded: true,
  takesJson: true,
  grant: (client, asked) => {
    // At an address that is not Camunda's, clients assume Self-Managed, where the audience of Web Modeler is omitted
    // and determined by the grant. An organization client has only one audience.
    const audience = asked ?? (client.kind === 'organization' ? ORGANIZATION_AUDIENCE : undefined)
    if (audience === undefined) {
      return { status: 400, error: 'invalid_request', description: 'Missing required parameter: audience' }
    }
    return (
      refusalOf(client, audience) ?? {
        claims: {
          aud: audience,
          ...(client.clusterId !== undefined && { 'https://camunda.com/clusterId': client.clusterId }),
        },
        members: { scope: client.clusterId },
      }
    )
  },
  // The same text for an unknown client and a wrong secret: an endpoint must not reveal which clients exist.
  unauthorized: () => ({ error: 'invalid_client', description: 'Unauthorized' }),
}

function refusalOf(client: Client, audience: string): TokenRefusal | undefined {
  const refusal = { status: 403, error: 'access_denied' }
  const scope = Object.hasOwn(SCOPE_OF_AUDIENCE, audience) ? SCOPE_OF_AUDIENCE[audience] : undefined
  if (scope === undefined && audience !== ORGANIZATION_AUDIENCE)
    return { ...refusal, description: 'Service not found.' }
  const isAllowed = client.kind === 'organization' ? scope === undefined : scope && client.permissions.has(scope)
  if (isAllowed) return undefined
  const owner = client.kind === 'organization' ? 'An organization client' : 'A cluster client with these scopes'
  return { ...refusal, description: `${owner} is not authorized to access ${audience}.` }
}
