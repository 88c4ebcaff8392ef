import type { ClusterCredentials, Credentials, OrganizationCredentials } from './credentials.ts'
import { readEnvironment } from './environment.ts'
import { CredentialsError, NOT_OAUTH, NOT_SET } from './errors.ts'
import { type Kind, resolve } from './resolve.ts'
import { collectVariables, type Entry } from './variables.ts'

/**
 * A record of variables, such as `process.env` or a Worker's `env`. Members that are not strings are ignored, and an
 * empty string counts as not set. The record is never changed.
 */
export type CredentialsSource = object

/** Options of every reader. */
export interface ReadOptions {
  /**
   * Accepts a token URL over `http` on a host that is not loopback, as in a private network. **Anyone on that network can read
   * the client secret.** The variable `CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL=true` does the same. Default `false`.
   */
  readonly dangerouslyAllowInsecureTokenUrl?: boolean | undefined
}

/**
 * Returns the credentials in a record of variables: the client of a cluster, of an organization or both, on SaaS or
 * Self-Managed, under every name that Camunda's programs have used since 2020. SaaS is never assumed: without a token
 * URL, a variable must indicate SaaS, such as a cluster id, a region, an address or `CAMUNDA_CLIENT_MODE=saas`.
 *
 * @param source the record; by default `process.env`, in Deno the variables that the program has permission for
 * @throws {@link CredentialsError} that lists all problems at once, with the `code`
 * - `missing` if there is no client, half of one, or no token URL
 * - `invalid` if a value cannot work: a placeholder, a malformed address, a region with a space, a token URL that is not encrypted
 * @example
 * const { cluster, organization, warnings } = readCredentials({
 *   CAMUNDA_CLIENT_ID: 'id',
 *   CAMUNDA_CLIENT_SECRET: 'secret',
 *   CAMUNDA_CLUSTER_REGION: 'bru-2',
 *   CAMUNDA_CLUSTER_ID: '3f9c2d1a-7b64-4e58-9a0d-c5e1f2a6b873',
 * })
 * cluster?.operateUrl // 'https://bru-2.operate.camunda.io/3f9c2d1a-7b64-4e58-9a0d-c5e1f2a6b873'
 */
export function readCredentials(source?: CredentialsSource, options?: ReadOptions): Credentials {
  return requireKinds(['cluster', 'organization'], source && Object.entries(source), options)
}

/**
 * Returns the client of a cluster, for the Orchestration Cluster API, Operate, Tasklist and Optimize. Problems of an
 * organization's client in the same source are ignored.
 *
 * @throws {@link CredentialsError} like {@link readCredentials}; its hint says where to create such a client
 * @example
 * const cluster = readClusterCredentials({
 *   CAMUNDA_CLIENT_ID: 'id',
 *   CAMUNDA_CLIENT_SECRET: 'secret',
 *   CAMUNDA_CLIENT_MODE: 'saas',
 * })
 * cluster.tokenUrl // 'https://login.cloud.camunda.io/oauth/token'
 */
export function readClusterCredentials(source?: CredentialsSource, options?: ReadOptions): ClusterCredentials {
  return requireKinds(['cluster'], source && Object.entries(source), options).cluster as ClusterCredentials
}

/**
 * Returns the client of an organization, for Console, Web Modeler and Hub. Problems of a cluster's client in the same
 * source are ignored.
 *
 * @throws {@link CredentialsError} like {@link readCredentials}; its hint says where to create such a client
 * @example
 * const organization = readOrganizationCredentials({
 *   CAMUNDA_CONSOLE_CLIENT_ID: 'id',
 *   CAMUNDA_CONSOLE_CLIENT_SECRET: 'secret',
 *   CAMUNDA_OAUTH_URL: 'https://login.cloud.camunda.io/oauth/token',
 * })
 * organization.consoleUrl // 'https://api.cloud.camunda.io'
 */
export function readOrganizationCredentials(
  source?: CredentialsSource,
  options?: ReadOptions,
): OrganizationCredentials {
  return requireKinds(['organization'], source && Object.entries(source), options)
    .organization as OrganizationCredentials
}

/** Returns credentials of at least one of the kinds. @throws CredentialsError if any of them has a problem */
export function requireKinds(
  kinds: readonly Kind[],
  source: readonly Entry[] | undefined,
  options: ReadOptions = {},
): Credentials {
  const [entries, notes = []] = source ? [source] : readEnvironment()
  const variables = collectVariables(
    // The option counts like its variable.
    options.dangerouslyAllowInsecureTokenUrl
      ? [...entries, ['CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL', '1']]
      : entries,
  )
  const { credentials, issues } = resolve(variables, kinds)
  if (!issues[0]) return credentials
  const { warnings } = credentials
  const wrong = issues.filter((issue) => issue.problem !== NOT_SET)
  throw new CredentialsError(wrong[0] ? 'invalid' : 'missing', [
    // Another authentication method explains why OAuth variables are missing.
    ...(warnings[0]?.hint === NOT_OAUTH ? [...warnings, ...wrong] : [...issues, ...warnings]),
    ...notes,
  ])
}
