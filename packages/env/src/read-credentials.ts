import type { ClusterCredentials, Credentials, OrganizationCredentials } from './credentials.ts'
import { readEnvironment } from './environment.ts'
import { type CredentialsIssue, toError } from './errors.ts'
import { type Kind, resolve } from './resolve.ts'
import { Variables } from './variables.ts'

/** A record of variables, such as `process.env` or a Worker's `env`. It is never changed; an empty string counts as not set. */
export type CredentialsSource = Readonly<Record<string, string | undefined>>

/**
 * Everything a record of variables says about how to reach Camunda 8: the client of a cluster, of an organization or both, on SaaS
 * or Self-Managed, under the names of any year and of any of Camunda's programs.
 *
 * @param source the record; by default the environment of the process (`process.env`, `Deno.env`, `Bun.env`)
 * @throws {@link CredentialsError} with everything that is wrong at once, `code` being
 * - `missing` when there is no client, half of one, or no token URL on Self-Managed
 * - `invalid` when a variable cannot work: an address that is none, white space in a region, a token URL that is not encrypted
 * @example
 * const { cluster, organization, warnings } = readCredentials({
 *   CAMUNDA_CLIENT_ID: 'id',
 *   CAMUNDA_CLIENT_SECRET: 'secret',
 *   CAMUNDA_CLUSTER_REGION: 'bru-2',
 *   CAMUNDA_CLUSTER_ID: '3f9c2d1a-7b64-4e58-9a0d-c5e1f2a6b873',
 * })
 * cluster?.operateUrl // 'https://bru-2.operate.camunda.io/3f9c2d1a-7b64-4e58-9a0d-c5e1f2a6b873'
 */
export function readCredentials(source?: CredentialsSource): Credentials {
  return requireKinds(['cluster', 'organization'], ...load(source))
}

/**
 * The client of a cluster, which opens Zeebe, Operate, Tasklist and Optimize. Problems of an organization's client in the same
 * source do not matter.
 *
 * @throws {@link CredentialsError} as {@link readCredentials} does; its hint says where such a client is made
 * @example
 * const cluster = readClusterCredentials({ CAMUNDA_CLIENT_ID: 'id', CAMUNDA_CLIENT_SECRET: 'secret' })
 * cluster.tokenUrl // 'https://login.cloud.camunda.io/oauth/token'
 */
export function readClusterCredentials(source?: CredentialsSource): ClusterCredentials {
  return requireKinds(['cluster'], ...load(source)).cluster as ClusterCredentials
}

/**
 * The client of an organization, which opens Console and Web Modeler. Problems of a cluster's client in the same source do not
 * matter.
 *
 * @throws {@link CredentialsError} as {@link readCredentials} does; its hint says where such a client is made
 * @example
 * const organization = readOrganizationCredentials({
 *   CAMUNDA_CONSOLE_CLIENT_ID: 'id',
 *   CAMUNDA_CONSOLE_CLIENT_SECRET: 'secret',
 * })
 * organization.consoleUrl // 'https://api.cloud.camunda.io'
 */
export function readOrganizationCredentials(source?: CredentialsSource): OrganizationCredentials {
  return requireKinds(['organization'], ...load(source)).organization as OrganizationCredentials
}

/** Credentials of at least one of the kinds, provided that nothing is wrong with any of them. */
export function requireKinds(
  kinds: readonly Kind[],
  variables: Variables,
  notes: readonly CredentialsIssue[],
): Credentials {
  const { credentials, issues, absent } = resolve(variables)
  const found = kinds.flatMap((kind) => issues[kind])
  if (kinds.every((kind) => absent[kind][0])) found.push(...kinds.flatMap((kind) => absent[kind]))
  // Both kinds need the token URL, so the same issue may be there twice.
  if (found[0]) throw toError([...new Set([...found, ...notes])])
  return credentials
}

function load(source: CredentialsSource | undefined): [Variables, CredentialsIssue[]] {
  const [entries, notes] = source ? [Object.entries(source), []] : readEnvironment()
  return [new Variables(entries), notes]
}
