import { type Clusters, createClusters as createOn } from './resources/clusters.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { Clusters } from './resources/clusters.ts'
export type { ResourceOptions } from './transport.ts'
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
export { ClusterNotHealthyError, type WaitOptions } from './wait-until-healthy.ts'

/** Only {@link Clusters}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createClusters(options: ResourceOptions): Clusters {
  return createOn(createConsoleTransport(options))
}
