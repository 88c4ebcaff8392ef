import type { Client, ClusterScope } from '../clients.ts'
import type { IdentityProvider, TokenRefusal } from './identity-provider.ts'

/** The audience that opens Console, Web Modeler and whatever else belongs to the organization. */
export const ORGANIZATION_AUDIENCE = 'api.cloud.camunda.io'

/** The audience that opens an API of a cluster. */
export const saasAudience = (scope: ClusterScope): string => `${scope.toLowerCase()}.camunda.io`

const SCOPE_OF_AUDIENCE: Readonly<Record<string, ClusterScope>> = Object.fromEntries(
  (['Zeebe', 'Operate', 'Tasklist', 'Optimize'] as const).map((scope) => [saasAudience(scope), scope]),
)

/** Camunda's login on SaaS: a token for the audience that was asked for, and the two kinds of clients never share one. */
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
    // At an address that is not Camunda's, clients take us for Self-Managed, where Web Modeler's audience is left out and
    // comes of the grant. An organization client has but one.
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
  // One text for an unknown client and a wrong secret: an endpoint does not tell which clients exist.
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
