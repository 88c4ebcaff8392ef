import type { OpenEnum } from '@x/rest'
import type { ClusterEncryptionType, ClusterStage, NamedItem } from './clusters.ts'

/** A version of Camunda that a new cluster can run. */
export interface AllowedGeneration extends NamedItem {
  /** Why it is available: the channel, one of your clusters that runs it, or an exception for the organization. */
  classification?: OpenEnum<'channel' | 'existingCluster' | 'orgUnlocked'> | undefined
}

/** A line of releases. */
export interface ClusterChannel extends NamedItem {
  defaultGeneration: NamedItem
  allowedGenerations: AllowedGeneration[]
}

/** A data center. */
export interface ClusterRegion extends NamedItem {
  /** Cloud provider. */
  provider: string
  /** Where backups of this region's clusters can be stored. */
  backups?: BackupRegion[] | undefined
}

/** A choice of data centers for backups. */
export interface BackupRegion {
  uuid: string
  regions: { id: string; label: string }[]
}

/** Options for a new cluster. */
export interface ClusterParameters {
  channels: ClusterChannel[]
  clusterPlanTypes: NamedItem[]
  regions: ClusterRegion[]
}

/** A new cluster. The ids come from `clusters.getParameters()`. */
export interface CreateClusterBody {
  name: string
  /** From `clusterPlanTypes` of the parameters. */
  planTypeId: string
  /** From `channels` of the parameters. */
  channelId: string
  /** From `allowedGenerations` of the chosen channel. */
  generationId: string
  /** From `regions` of the parameters. */
  regionId: string
  /** From `backups` of the chosen region; Enterprise. */
  backupRegionId?: string | undefined
  /** Updates the cluster when a new patch is released. Ignored outside the stable channel. */
  autoUpdate?: boolean | undefined
  /** @maxLength 150 */
  description?: string | undefined
  /** @defaultValue `Provider` */
  encryption?: ClusterEncryptionType | undefined
  /** Number of hardware packages; more than one only on request. @defaultValue `1` */
  hardwarePackages?: number | undefined
  stageLabel?: ClusterStage | undefined
  /** Part of Camunda's description of the API, but not explained there; sent unchanged. */
  identityBackendChecksEnabled?: boolean | undefined
}

/** A cluster that is being created. */
export interface CreatedCluster {
  /** The cluster id, which other responses call `uuid`. */
  clusterId: string
}
