import type { OpenEnum } from '@x/rest'
import type { ClusterStage, IpAllowlistEntry } from './clusters.ts'

/** Changes to a cluster. Members that are left out stay unchanged. */
export interface UpdateClusterBody {
  name?: string | undefined
  /** @maxLength 150 */
  description?: string | undefined
  stageLabel?: ClusterStage | undefined
  /** Only on request, for Advanced plans. */
  numberOfAllocatedHwPackages?: number | undefined
}

/** Result of an upgrade. */
export interface ClusterUpgrade {
  cluster: { id: string; name: string }
  oldGeneration: { id: string; name: string }
  newGeneration: { id: string; name: string }
  /** The organization. */
  orgId: string
}

/** Your own keys for the cluster's data. */
export interface UpdateClusterEncryptionBody {
  /** ARN of an AWS KMS key in the cluster's region. */
  primaryEncryptionKeyId: string
  /** ARN of an AWS KMS key in the second region: for clusters in two regions, and only for them. */
  secondaryEncryptionKeyId?: string | undefined
}

/** Backups to start a failover from. */
export interface FailoverBody {
  /** Backups to copy to the new cluster. */
  backupIds: readonly string[]
  /** The one of `backupIds` to restore. */
  restoreBackupId: string
}

/** `ok`, or why it failed. */
export type FailoverStep = OpenEnum<'ok'> | { error: string }

/** Result of a failover. */
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

/** The whole new allowlist under its old name. */
export interface UpdateIpWhitelistBody {
  ipwhitelist: readonly IpAllowlistEntry[]
}
