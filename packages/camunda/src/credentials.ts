import { createOAuth, type OAuthOptions } from '@x/auth'
import type { Authenticator } from '@x/rest'
import { ClusterError } from './cluster/cluster-error.ts'
import type { ClusterConnection, ConnectOptions, OrganizationConnection } from './options.ts'

/**
 * @throws `ClusterError` with reason `wrong_credentials` unless these are credentials, or a part of them, of a cluster
 */
export function checkCluster(credentials: ClusterConnection): void {
  const given = Object(credentials) as Record<string, unknown>
  if ('cluster' in given || 'organization' in given) {
    refuse(
      'These are the credentials of `readCredentials`, which may be of both kinds. Pass their member `cluster`, or use ' +
        '`readClusterCredentials`',
    )
  }
  if (given.consoleUrl || given.hubUrl || given.modelerUrl || given.audience === 'api.cloud.camunda.io') {
    refuse(
      'These are the credentials of an organization, but `connectCluster` needs those of a cluster. Create an API client of the ' +
        'cluster (Console > the cluster > API), or use `connectOrganization`',
    )
  }
  if (!given.restUrl && !given.operateUrl && !given.tasklistUrl && !(given.region && given.clusterId)) {
    refuse(
      'The credentials have no address of the cluster. Set `restUrl`, or region and cluster id where you read the credentials ' +
        '(CAMUNDA_CLUSTER_REGION, CAMUNDA_CLUSTER_ID)',
    )
  }
}

/** @throws `ClusterError` with reason `wrong_credentials` for the credentials of a cluster */
export function checkOrganization(credentials: OrganizationConnection): void {
  const given = Object(credentials) as Record<string, unknown>
  if ('cluster' in given || 'organization' in given) {
    refuse(
      'These are the credentials of `readCredentials`, which may be of both kinds. Pass their member `organization`, or use ' +
        '`readOrganizationCredentials`',
    )
  }
  if (given.clusterId || given.restUrl || given.operateUrl) {
    refuse(
      'These are the credentials of a cluster, but `connectOrganization` needs those of an organization. Create an API client in ' +
        'Organization > Administration API, or use `connectCluster`',
    )
  }
}

/**
 * Returns the `baseUrl` option of an API's client: none for the default, which is Camunda's SaaS. SaaS must never receive the
 * tokens of another server.
 *
 * @throws `ClusterError` with reason `wrong_credentials` if the address is missing from credentials that are not for SaaS
 */
export function baseUrlOption(
  credentials: OrganizationConnection,
  name: 'consoleUrl' | 'modelerUrl' | 'hubUrl',
): { readonly baseUrl?: string } {
  const { [name]: baseUrl, tokenUrl } = credentials
  if (baseUrl !== undefined) return { baseUrl }
  if (/^https:\/\/login\.cloud\.camunda\.io\//.test(`${tokenUrl}`)) return {}
  return refuse(`The credentials have no \`${name}\`, and they are not for SaaS. Set it in the credentials`)
}

/**
 * Returns the authenticator of requests.
 *
 * @throws `AuthError` with code `config_invalid` if the credentials lack the client and there is no `auth`
 */
export function authenticatorOf<Auth extends Authenticator>(
  credentials: ClusterConnection | OrganizationConnection,
  { auth, storage, fetch, now }: ConnectOptions<Auth>,
): Auth {
  if (auth) return auth
  // Token requests read no more of a response than API calls do.
  const options = { ...(credentials as OAuthOptions), storage, fetch: fetch as OAuthOptions['fetch'], now }
  // Without `auth` its type is that of OAuth.
  return createOAuth(options) as Authenticator as Auth
}

function refuse(message: string): never {
  throw new ClusterError('wrong_credentials', message)
}
