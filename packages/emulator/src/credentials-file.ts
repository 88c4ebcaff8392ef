import type { Client } from './clients.ts'
import { ORGANIZATION_AUDIENCE } from './token/saas-login.ts'

/** Addresses of the emulator's parts. */
export interface Addresses {
  readonly origin: string
  readonly tokenUrl: string
}

/** The cluster that credentials are for. */
export interface ClusterPlace {
  readonly clusterId: string
  readonly region: string
}

export type Variables = readonly (readonly [name: string, value: string])[]

/**
 * The lines of the file that Console offers for a cluster client (since 2025), in its order. There are base URLs for
 * the scopes of the client. Every address is the emulator's, so that nothing is sent to the real service.
 */
export function clusterVariables(client: Client, { clusterId, region }: ClusterPlace, addresses: Addresses): Variables {
  const { origin, tokenUrl } = addresses
  const { host } = new URL(origin)
  const scopes = ['Zeebe', 'Tasklist', 'Operate', 'Optimize', 'Secrets'].filter((name) => client.permissions.has(name))
  const base = (scope: string): Variables =>
    scopes.includes(scope)
      ? [[`CAMUNDA_${scope.toUpperCase()}_BASE_URL`, `${origin}/${scope.toLowerCase()}/${clusterId}`]]
      : []
  return [
    ['ZEEBE_ADDRESS', host],
    ['ZEEBE_CLIENT_ID', client.clientId],
    ['ZEEBE_CLIENT_SECRET', client.clientSecret],
    ['ZEEBE_AUTHORIZATION_SERVER_URL', tokenUrl],
    ['ZEEBE_REST_ADDRESS', `${origin}/zeebe/${clusterId}`],
    ['ZEEBE_GRPC_ADDRESS', `${origin.startsWith('https:') ? 'grpcs' : 'grpc'}://${host}`],
    ['ZEEBE_TOKEN_AUDIENCE', 'zeebe.camunda.io'],
    ['CAMUNDA_CLUSTER_ID', clusterId],
    ['CAMUNDA_CLIENT_ID', client.clientId],
    ['CAMUNDA_CLIENT_SECRET', client.clientSecret],
    ['CAMUNDA_CLUSTER_REGION', region],
    ['CAMUNDA_CREDENTIALS_SCOPES', scopes.join(',')],
    ...base('Tasklist'),
    ...base('Optimize'),
    ...base('Operate'),
    ['CAMUNDA_OAUTH_URL', tokenUrl],
    ['CAMUNDA_CLIENT_MODE', 'saas'],
    ['CAMUNDA_CLIENT_AUTH_CLIENTID', client.clientId],
    ['CAMUNDA_CLIENT_AUTH_CLIENTSECRET', client.clientSecret],
    ['CAMUNDA_CLIENT_CLOUD_CLUSTERID', clusterId],
    ['CAMUNDA_CLIENT_CLOUD_REGION', region],
  ]
}

/**
 * The lines of the file that Console offers for an organization client, and two that the real file does not have:
 * without them, the real Web Modeler and Hub would be used by default.
 */
export function organizationVariables(client: Client, { origin, tokenUrl }: Addresses): Variables {
  return [
    ['CAMUNDA_CONSOLE_CLIENT_ID', client.clientId],
    ['CAMUNDA_CONSOLE_CLIENT_SECRET', client.clientSecret],
    ['CAMUNDA_OAUTH_URL', tokenUrl],
    ['CAMUNDA_CONSOLE_BASE_URL', `${origin}/console`],
    ['CAMUNDA_CONSOLE_OAUTH_AUDIENCE', ORGANIZATION_AUDIENCE],
    ['CAMUNDA_MODELER_BASE_URL', `${origin}/modeler/api`],
    ['CAMUNDA_HUB_BASE_URL', `${origin}/hub`],
  ]
}

/**
 * The variables for an application of Self-Managed, which has access to the APIs of the cluster (`cluster`) and of the
 * organization.
 */
export function applicationVariables(
  { clientId, clientSecret }: Client,
  kind: 'cluster' | 'organization' | 'both',
  { origin, tokenUrl }: Addresses,
): Variables {
  return [
    ['ZEEBE_CLIENT_ID', clientId],
    ['ZEEBE_CLIENT_SECRET', clientSecret],
    ['ZEEBE_AUTHORIZATION_SERVER_URL', tokenUrl],
    ['CAMUNDA_CLIENT_ID', clientId],
    ['CAMUNDA_CLIENT_SECRET', clientSecret],
    ['CAMUNDA_OAUTH_URL', tokenUrl],
    ['CAMUNDA_CLIENT_MODE', 'self-managed'],
    ...(kind === 'organization'
      ? []
      : ([
          ['ZEEBE_REST_ADDRESS', `${origin}/zeebe`],
          ['CAMUNDA_TASKLIST_BASE_URL', `${origin}/tasklist`],
          ['CAMUNDA_OPTIMIZE_BASE_URL', `${origin}/optimize`],
          ['CAMUNDA_OPERATE_BASE_URL', `${origin}/operate`],
        ] as const)),
    ...(kind === 'cluster'
      ? []
      : ([
          ['CAMUNDA_MODELER_BASE_URL', `${origin}/modeler/api`],
          ['CAMUNDA_HUB_BASE_URL', `${origin}/hub`],
        ] as const)),
  ]
}

/** Shell lines, as in the downloaded file. A name that occurs twice is written once: its value is the same. */
export function toShellLines(variables: Variables): string {
  return [...new Map(variables)].map(([name, value]) => `export ${name}='${value}'\n`).join('')
}
