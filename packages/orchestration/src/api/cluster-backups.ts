import type { Int, OpenEnum } from '@x/rest'
import type {
  BackupStateCode,
  HistoryBackupSnapshotInfo,
  ListHistoryBackupsQuery,
  ListRuntimeBackupsQuery,
  PartitionBackupInfo,
  RuntimeBackupState,
} from './backup-types.ts'
import type { PhysicalTenantQuery } from './cluster-changes.ts'

/** Conditions on backups; all must be met. */
export interface ListTenantRuntimeBackupsQuery extends ListRuntimeBackupsQuery, PhysicalTenantQuery {}

/** Conditions on backups, and the level of detail. */
export interface ListTenantHistoryBackupsQuery extends ListHistoryBackupsQuery, PhysicalTenantQuery {}

/** The backups of runtime data with one id, of all physical tenants. */
export interface ClusterRuntimeBackup {
  /** @minimum 1 */
  readonly backupId: Int
  /** Over all physical tenants. `COMPLETED` only if each of them has the backup. */
  readonly state: OpenEnum<BackupStateCode>
  /** Null unless the state is `FAILED`. */
  readonly failureReason: string | null
  /** In the order of their ids, including those without the backup. */
  readonly physicalTenants: readonly TenantRuntimeBackup[]
}

/** A backup of runtime data of one physical tenant. */
export interface TenantRuntimeBackup {
  readonly physicalTenantId: string
  /** Over all partitions. */
  readonly state: OpenEnum<BackupStateCode>
  /** Null unless the state is `FAILED`. */
  readonly failureReason: string | null
  /** One for each partition. In lists, empty for a physical tenant that does not have the backup. */
  readonly details: readonly PartitionBackupInfo[]
}

/** Backups of runtime data that were started. */
export interface ClusterRuntimeBackupTaken {
  /** In the order of their ids. */
  readonly physicalTenants: readonly TenantRuntimeBackupTaken[]
}

/** Whether the backup of one physical tenant was started. */
export interface TenantRuntimeBackupTaken {
  readonly physicalTenantId: string
  /** Null if no backup is running, or if it is not known under which id. @minimum 1 */
  readonly backupId: Int | null
  readonly outcome: OpenEnum<RuntimeBackupOutcome>
  /** Null if the backup was started. */
  readonly reason: string | null
}

/** `TRIGGERED`: the backup is running. `UNKNOWN`: it may be running, because the connection to the broker broke. */
export type RuntimeBackupOutcome = 'TRIGGERED' | 'FAILED' | 'UNKNOWN'

/** Metadata of checkpoints and backups, of all physical tenants. */
export interface ClusterRuntimeBackupState {
  /** In the order of their ids. */
  readonly physicalTenants: readonly TenantRuntimeBackupState[]
}

/** Metadata of checkpoints and backups, of one physical tenant. */
export interface TenantRuntimeBackupState {
  readonly physicalTenantId: string
  readonly state: RuntimeBackupState
}

/** The backups of history with one id, of all physical tenants. */
export interface ClusterHistoryBackup {
  /** @minimum 1 */
  readonly backupId: Int
  /** In the order of their ids. In lists, only those with the backup. */
  readonly physicalTenants: readonly TenantHistoryBackup[]
}

/** A backup of history of one physical tenant. */
export interface TenantHistoryBackup {
  readonly physicalTenantId: string
  readonly state: OpenEnum<TenantHistoryBackupState>
  /** Null unless the state is `FAILED`. */
  readonly failureReason: string | null
  /** One for each snapshot. */
  readonly details: readonly HistoryBackupSnapshotInfo[]
}

/** States of a backup of history. `NOT_FOUND`: the physical tenant does not have it. */
export type TenantHistoryBackupState =
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'FAILED'
  | 'INCOMPLETE'
  | 'INCOMPATIBLE'
  | 'NOT_FOUND'

/** Backups of history that were started. */
export interface ClusterHistoryBackupTaken {
  /** @minimum 1 */
  readonly backupId: Int
  /** In the order of their ids. */
  readonly physicalTenants: readonly TenantHistoryBackupTaken[]
}

/** The backup of one physical tenant that was started. */
export interface TenantHistoryBackupTaken {
  readonly physicalTenantId: string
  /** Names of the snapshots to come. */
  readonly scheduledSnapshots: readonly string[]
}
