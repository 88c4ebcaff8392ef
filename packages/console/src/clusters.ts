import { type Clusters, clustersOver } from './resources/clusters.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { Clusters } from './resources/clusters.ts'
export type {
  Cluster,
  ClusterEncryption,
  ClusterEncryptionStatus,
  ClusterEncryptionType,
  ClusterHealth,
  ClusterLinks,
  ClusterStage,
  ClusterStatus,
  IpAllowlistEntry,
  NamedItem,
} from './types/cluster.ts'
export type {
  AllowedGeneration,
  BackupRegion,
  ClusterChannel,
  ClusterParameters,
  ClusterRegion,
} from './types/cluster-parameters.ts'
export type {
  ClusterUpgrade,
  CreateClusterBody,
  CreatedCluster,
  FailoverBody,
  FailoverResult,
  FailoverStep,
  UpdateClusterBody,
  UpdateClusterEncryptionBody,
  UpdateIpAllowlistBody,
  UpdateIpWhitelistBody,
} from './types/cluster-requests.ts'
export type { ConsoleResourceOptions } from './types/options.ts'
export { ClusterNotHealthyError, type WaitOptions } from './wait-until-healthy.ts'

/**
 * Makes a client of clusters alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createClusters } from '@x/console/clusters'
 *
 * const clusters = createClusters({ auth, baseUrl: organization.consoleUrl })
 * for (const { name, status } of await clusters.list()) console.log(name, status.ready)
 * ```
 */
export function createClusters(options: ConsoleResourceOptions): Clusters {
  return clustersOver(createConsoleTransport(options))
}
