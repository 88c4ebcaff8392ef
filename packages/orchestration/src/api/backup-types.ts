import type { DateTime, Int, OpenEnum } from '@x/rest'

/** The backup of runtime data to take. */
export interface TakeRuntimeBackupRequest {
  /**
   * Must be higher than the ids of all earlier backups. Required, unless continuous or scheduled backups are enabled:
   * then the cluster generates the ids, and you must leave it out. @minimum 1
   */
  readonly backupId?: Int | null | undefined
}

/** The backup of history to take. */
export interface TakeHistoryBackupRequest {
  /** Must be higher than the ids of all earlier backups. @minimum 1 */
  readonly backupId: Int
}

/** Conditions on backups; all must be met. */
export interface ListRuntimeBackupsQuery {
  /** First digits of the ids and `*`, such as `2026*`. @defaultValue all backups */
  readonly prefix?: string | undefined
}

/** Conditions on backups, and the level of detail. */
export interface ListHistoryBackupsQuery extends ListRuntimeBackupsQuery {
  /**
   * False for a cheaper request, without state and start time of the snapshots: the states of the backups are then
   * incomplete, and their order is undefined. @defaultValue true
   */
  readonly verbose?: boolean | undefined
}

/**
 * States of a backup of runtime data. `INCOMPLETE`: a partition has no backup, and none failed. `DOES_NOT_EXIST`: on a
 * partition or physical tenant that has no backup of this id.
 */
export type BackupStateCode = 'DOES_NOT_EXIST' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'INCOMPLETE' | 'DELETED'

/** The backup of one partition. */
export interface PartitionBackupInfo {
  /** @minimum 1 */
  readonly partitionId: Int
  readonly state: OpenEnum<BackupStateCode>
  /** Null unless the state is `FAILED`. */
  readonly failureReason: string | null
  readonly createdAt: DateTime | null
  /** Time of the last change of the state. */
  readonly lastUpdatedAt: DateTime | null
  readonly snapshotId: string | null
  /** First position of the log that the backup contains. */
  readonly firstLogPosition: Int | null
  /** Last position of the log that the backup contains. */
  readonly checkpointPosition: Int | null
  /** The broker that took it. @minimum 0 */
  readonly brokerId: Int | null
  readonly brokerVersion: string | null
}

/** Metadata of checkpoints and backups in the partitions. */
export interface RuntimeBackupState {
  readonly checkpointStates: readonly PartitionCheckpointState[]
  readonly backupStates: readonly PartitionBackupState[]
  readonly ranges: readonly PartitionBackupRange[]
}

/** The latest checkpoint of a partition: a position in its log that is consistent with the other partitions. */
export interface PartitionCheckpointState {
  /** Higher than the ids of all earlier checkpoints. @minimum 0 */
  readonly checkpointId: Int
  readonly checkpointType: OpenEnum<CheckpointType>
  /** @minimum 1 */
  readonly partitionId: Int
  readonly checkpointPosition: Int
  readonly checkpointTimestamp: DateTime
}

/** Kinds of checkpoints: one without a backup, and those of a backup. */
export type CheckpointType = 'MARKER' | 'SCHEDULED_BACKUP' | 'MANUAL_BACKUP'

/** Origins of a backup: the schedule of the cluster, or a request. */
export type BackupType = 'MANUAL_BACKUP' | 'SCHEDULED_BACKUP'

/** A backup of a partition. */
export interface PartitionBackupState {
  /** The checkpoint at which the backup ends. @minimum 0 */
  readonly checkpointId: Int
  readonly checkpointType: OpenEnum<BackupType>
  /** Null as start or end of a range. @minimum 1 */
  readonly partitionId: Int | null
  readonly checkpointPosition: Int
  /** First position of the log that the backup contains. */
  readonly firstLogPosition: Int
  readonly checkpointTimestamp: DateTime
}

/** Consecutive backups of a partition without a gap. */
export interface PartitionBackupRange {
  /** @minimum 1 */
  readonly partitionId: Int
  /** The oldest one. */
  readonly start: PartitionBackupState | null
  /** The newest one. */
  readonly end: PartitionBackupState | null
}

/** A snapshot in the secondary storage. Several of them make up a backup of history. */
export interface HistoryBackupSnapshotInfo {
  readonly snapshotName: string
  /** As the storage reports it, such as `SUCCESS` or `PARTIAL`; null if listed without details. */
  readonly state: string | null
  /** Null if listed without details. */
  readonly startTime: DateTime | null
  readonly failures: readonly string[]
}
