import type { OpenEnum } from '@x/rest/validation'
import type { ClusterEncryptionType, ClusterStage, IpAllowlistEntry } from './cluster.ts'

/** A new cluster. The ids are those that `clusters.getParameters()` offers. */
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
  /** Update the cluster when a new patch is out. Ignored outside the stable channel. */
  autoUpdate?: boolean | undefined
  /** At most 150 characters. */
  description?: string | undefined
  /** @defaultValue `Provider` */
  encryption?: ClusterEncryptionType | undefined
  /** Number of hardware packages; more than one only on request. @defaultValue `1` */
  hardwarePackages?: number | undefined
  stageLabel?: ClusterStage | undefined
  /** Part of Camunda's description of the API, but not explained there; passed on as given. */
  identityBackendChecksEnabled?: boolean | undefined
}

/** A cluster that is being created. */
export interface CreatedCluster {
  /** What other results call `uuid` and other operations take as the cluster id. */
  clusterId: string
}

/** What changes; members left out stay as they are. */
export interface UpdateClusterBody {
  name?: string | undefined
  /** At most 150 characters. */
  description?: string | undefined
  stageLabel?: ClusterStage | undefined
  /** Only on request, for Advanced plans. */
  numberOfAllocatedHwPackages?: number | undefined
}

/** What an upgrade changes. */
export interface ClusterUpgrade {
  cluster: { id: string; name: string }
  oldGeneration: { id: string; name: string }
  newGeneration: { id: string; name: string }
  /** The organization. */
  orgId: string
}

/** Keys of your own for the cluster's data. */
export interface UpdateClusterEncryptionBody {
  /** ARN of an AWS KMS key in the cluster's region. */
  primaryEncryptionKeyId: string
  /** ARN of an AWS KMS key in the second region: for clusters in two regions, and only for them. */
  secondaryEncryptionKeyId?: string | undefined
}

/** What a cluster is replaced from. */
export interface FailoverBody {
  /** Backups that the new cluster takes over. */
  backupIds: readonly string[]
  /** The one of `backupIds` that is restored. */
  restoreBackupId: string
}

/** `ok`, or why it failed. */
export type FailoverStep = OpenEnum<'ok'> | { error: string }

/** The replacement of a cluster. */
export interface FailoverResult {
  newClusterId: string
  results: {
    restore: FailoverStep
    backupClone: FailoverStep
  }
}

/** The whole new allowlist. */
export interface UpdateIpAllowlistBody {
  ipallowlist: readonly IpAllowlistEntry[]
}

/** The whole new allowlist, under its old name. */
export interface UpdateIpWhitelistBody {
  ipwhitelist: readonly IpAllowlistEntry[]
}
