import { createConsoleCheck } from './check.ts'
import { type Activity, activityOver } from './resources/activity.ts'
import { type Backups, backupsOver } from './resources/backups.ts'
import { type Clients, clientsOver } from './resources/clients.ts'
import { type Clusters, clustersOver } from './resources/clusters.ts'
import { type Members, membersOver } from './resources/members.ts'
import { type Meta, metaOver } from './resources/meta.ts'
import { type ClusterMonitoring, monitoringOver } from './resources/monitoring.ts'
import { type ConnectorSecrets, secretsOver } from './resources/secrets.ts'
import { type ClusterSecureConnectivity, secureConnectivityOver } from './resources/secure-connectivity.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleClientOptions } from './types/options.ts'

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
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError`.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { createConsoleClient } from '@x/console'
 * import { readOrganizationCredentials } from '@x/env'
 *
 * const organization = readOrganizationCredentials()
 * const administration = createConsoleClient({ auth: createOAuth(organization), baseUrl: organization.consoleUrl })
 * for (const cluster of await administration.clusters.list()) console.log(cluster.name, cluster.status.ready)
 * ```
 * @see [Administration API](https://docs.camunda.io/docs/apis-tools/administration-api/administration-api-reference/)
 */
export function createConsoleClient(options: ConsoleClientOptions): ConsoleClient {
  const { validate = 'lenient', ...rest } = options
  const transport = createConsoleTransport(rest, createConsoleCheck(validate))
  return {
    clusters: clustersOver(transport),
    clients: clientsOver(transport),
    secrets: secretsOver(transport),
    backups: backupsOver(transport),
    monitoring: monitoringOver(transport),
    secureConnectivity: secureConnectivityOver(transport),
    members: membersOver(transport),
    activity: activityOver(transport),
    meta: metaOver(transport),
  }
}
