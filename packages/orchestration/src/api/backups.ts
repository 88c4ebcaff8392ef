import type { CallOptions, Int, OpenEnum } from '@x/rest'
import type {
  BackupStateCode,
  HistoryBackupSnapshotInfo,
  ListHistoryBackupsQuery,
  ListRuntimeBackupsQuery,
  PartitionBackupInfo,
  RuntimeBackupState,
  TakeHistoryBackupRequest,
  TakeRuntimeBackupRequest,
} from './backup-types.ts'

/**
 * Backups of the physical tenant of the client: of runtime data, which is the state of the engine, and of history, which is
 * the secondary storage in Elasticsearch or OpenSearch.
 */
export interface Backups {
  /**
   * Returns all backups of runtime data, those with the highest ids first, without pages.
   *
   * @operation GET /backups/runtime
   * @permission BACKUP READ
   * @since 8.10
   */
  listRuntime(query?: ListRuntimeBackupsQuery, options?: CallOptions): Promise<readonly RuntimeBackup[]>

  /**
   * Starts a backup of runtime data on all partitions, and returns its id. Poll `getRuntime` to see when it is
   * complete.
   *
   * @operation POST /backups/runtime
   * @permission BACKUP CREATE
   * @since 8.10
   * @throws {ApiError} 400 with an id if the cluster generates them, or without one if it does not; 409 if a backup has
   *   the same id or a higher one; 504 if a partition did not respond in time
   *
   * @example
   * const { backupId } = await camunda.backups.takeRuntime({ backupId: 20260401 })
   * const { state, failureReason } = await camunda.backups.getRuntime(backupId)
   * console.log(state, failureReason)
   */
  takeRuntime(body?: TakeRuntimeBackupRequest, options?: CallOptions): Promise<RuntimeBackupTaken>

  /**
   * Returns the checkpoints, backups and gapless ranges of backups of all partitions.
   *
   * @operation GET /backups/runtime/state
   * @permission BACKUP READ
   * @since 8.10
   * @throws {ApiError} 503 if a partition cannot be reached
   */
  getRuntimeState(options?: CallOptions): Promise<RuntimeBackupState>

  /**
   * Deletes all metadata of checkpoints and backups in the partitions, for example to switch to another backup store.
   * **This cannot be undone.**
   *
   * @operation DELETE /backups/runtime/state
   * @permission BACKUP DELETE
   * @since 8.10
   * @throws {ApiError} 503 if a partition cannot be reached
   */
  deleteRuntimeState(options?: CallOptions): Promise<void>

  /**
   * Writes the metadata of checkpoints and backups to the backup store, without taking a backup, and returns it.
   *
   * @operation POST /backups/runtime/state/sync
   * @permission BACKUP CREATE
   * @since 8.10
   * @throws {ApiError} 503 if a partition cannot be reached; 504 if one did not respond in time
   */
  syncRuntimeState(options?: CallOptions): Promise<RuntimeBackupState>

  /**
   * Returns one backup of runtime data with the state of each partition.
   *
   * @operation GET /backups/runtime/{backupId}
   * @permission BACKUP READ
   * @since 8.10
   * @throws {ApiError} 404 if it does not exist
   */
  getRuntime(backupId: Int | string, options?: CallOptions): Promise<RuntimeBackup>

  /**
   * Deletes a backup of runtime data. It is not an error if there is none of this id. **This cannot be undone.**
   *
   * @operation DELETE /backups/runtime/{backupId}
   * @permission BACKUP DELETE
   * @since 8.10
   */
  deleteRuntime(backupId: Int | string, options?: CallOptions): Promise<void>

  /**
   * Returns all backups of history, the latest first, without pages.
   *
   * @operation GET /backups/history
   * @permission BACKUP READ
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch
   */
  listHistory(query?: ListHistoryBackupsQuery, options?: CallOptions): Promise<readonly HistoryBackup[]>

  /**
   * Starts a backup of history, and returns the names of its snapshots. Poll `getHistory` to see when it is complete.
   *
   * @operation POST /backups/history
   * @permission BACKUP CREATE
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch; 409 if the id is taken or
   *   another backup is running
   */
  takeHistory(body: TakeHistoryBackupRequest, options?: CallOptions): Promise<HistoryBackupTaken>

  /**
   * Returns one backup of history with the state of each snapshot.
   *
   * @operation GET /backups/history/{backupId}
   * @permission BACKUP READ
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch; 404 if it does not exist
   */
  getHistory(backupId: Int | string, options?: CallOptions): Promise<HistoryBackup>

  /**
   * Deletes all snapshots of a backup of history. **This cannot be undone.**
   *
   * @operation DELETE /backups/history/{backupId}
   * @permission BACKUP DELETE
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch; 404 if it does not exist
   */
  deleteHistory(backupId: Int | string, options?: CallOptions): Promise<void>
}

/** A backup of runtime data. */
export interface RuntimeBackup {
  /** @minimum 1 */
  readonly backupId: Int
  /** Over all partitions. */
  readonly state: OpenEnum<BackupStateCode>
  /** Null unless the state is `FAILED`. */
  readonly failureReason: string | null
  /** One for each partition. */
  readonly details: readonly PartitionBackupInfo[]
}

/** The id of a backup that was started. */
export interface RuntimeBackupTaken {
  /** @minimum 1 */
  readonly backupId: Int
}

/** A backup of history. */
export interface HistoryBackup {
  /** @minimum 1 */
  readonly backupId: Int
  /** Over all snapshots. */
  readonly state: OpenEnum<HistoryBackupStateCode>
  /** Null unless the state is `FAILED`. */
  readonly failureReason: string | null
  /** One for each snapshot. */
  readonly details: readonly HistoryBackupSnapshotInfo[]
}

/** States of a backup of history. `INCOMPLETE`: snapshots are missing, and none is being taken anymore. */
export type HistoryBackupStateCode = 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'INCOMPLETE' | 'INCOMPATIBLE'

/** A backup that was started. */
export interface HistoryBackupTaken extends RuntimeBackupTaken {
  /** Names of the snapshots to come. */
  readonly scheduledSnapshots: readonly string[]
}
