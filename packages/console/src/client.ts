import type { ClientOptions } from '@x/rest'
import { createConsoleCheck } from './check.ts'
import { type Activity, createActivity } from './resources/activity.ts'
import { type Backups, createBackups } from './resources/backups.ts'
import { type Clients, createClients } from './resources/clients.ts'
import { type Clusters, createClusters } from './resources/clusters.ts'
import { createMembers, type Members } from './resources/members.ts'
import { createMeta, type Meta } from './resources/meta.ts'
import { type ClusterMonitoring, createMonitoring } from './resources/monitoring.ts'
import { type ConnectorSecrets, createSecrets } from './resources/secrets.ts'
import { type ClusterSecureConnectivity, createSecureConnectivity } from './resources/secure-connectivity.ts'
import { createConsoleTransport } from './transport.ts'

/** The Console (Administration) API. */
export interface ConsoleClient {
  readonly clusters: Clusters
  readonly clients: Clients
  readonly secrets: ConnectorSecrets
  readonly backups: Backups
  readonly monitoring: ClusterMonitoring
  readonly secureConnectivity: ClusterSecureConnectivity
  readonly members: Members
  readonly activity: Activity
  readonly meta: Meta
}

/**
 * Makes a client of the Console API, which Camunda also calls Administration API. It belongs to Camunda 8 SaaS and wants
 * an API client of the organization (Console: Organization > Administration API), not one of a cluster.
 *
 * @param options - `baseUrl` is `https://api.cloud.camunda.io` and `audience` is `api.cloud.camunda.io` unless given.
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { createConsoleClient } from '@x/console'
 * import { readOrganizationCredentials } from '@x/env'
 *
 * const camunda = createConsoleClient({ auth: createOAuth(readOrganizationCredentials()) })
 * for (const cluster of await camunda.clusters.list()) console.log(cluster.name, cluster.status.ready)
 * ```
 * @see [Administration API](https://docs.camunda.io/docs/apis-tools/administration-api/administration-api-reference/)
 */
export function createConsoleClient(options: ClientOptions): ConsoleClient {
  const transport = createConsoleTransport(options, createConsoleCheck(options.validate ?? 'lenient'))
  return {
    clusters: createClusters(transport),
    clients: createClients(transport),
    secrets: createSecrets(transport),
    backups: createBackups(transport),
    monitoring: createMonitoring(transport),
    secureConnectivity: createSecureConnectivity(transport),
    members: createMembers(transport),
    activity: createActivity(transport),
    meta: createMeta(transport),
  }
}
