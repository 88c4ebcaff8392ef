import type { CallOptions, Int, OpenEnum } from '@x/rest'
import type {
  HistoryBackupSnapshotInfo,
  PartitionBackupInfo,
  RuntimeBackupState,
  TakeHistoryBackupRequest,
  TakeRuntimeBackupRequest,
} from './shared.ts'

/** TODO(words) */
export interface Backups {
  /**
   * TODO(words)
   *
   * @operation GET /backups/runtime
   * @permission BACKUP READ
   * @since 8.10
   */
  listRuntime(query?: ListRuntimeBackupsQuery, options?: CallOptions): Promise<readonly BackupInfo[]>

  /**
   * TODO(words)
   *
   * @operation POST /backups/runtime
   * @permission BACKUP CREATE
   * @since 8.10
   */
  takeRuntime(body?: TakeRuntimeBackupRequest, options?: CallOptions): Promise<TakeRuntimeBackup>

  /**
   * TODO(words)
   *
   * @operation GET /backups/runtime/state
   * @permission BACKUP READ
   * @since 8.10
   */
  getRuntimeState(options?: CallOptions): Promise<RuntimeBackupState>

  /**
   * TODO(words)
   *
   * @operation DELETE /backups/runtime/state
   * @permission BACKUP DELETE
   * @since 8.10
   */
  deleteRuntimeState(options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /backups/runtime/state/sync
   * @permission BACKUP CREATE
   * @since 8.10
   */
  syncRuntimeState(options?: CallOptions): Promise<RuntimeBackupState>

  /**
   * TODO(words)
   *
   * @operation GET /backups/runtime/{backupId}
   * @permission BACKUP READ
   * @since 8.10
   */
  getRuntime(backupId: Int | string, options?: CallOptions): Promise<BackupInfo>

  /**
   * TODO(words)
   *
   * @operation DELETE /backups/runtime/{backupId}
   * @permission BACKUP DELETE
   * @since 8.10
   */
  deleteRuntime(backupId: Int | string, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation GET /backups/history
   * @permission BACKUP READ
   * @since 8.10
   */
  listHistory(query?: ListHistoryBackupsQuery, options?: CallOptions): Promise<readonly HistoryBackupInfo[]>

  /**
   * TODO(words)
   *
   * @operation POST /backups/history
   * @permission BACKUP CREATE
   * @since 8.10
   */
  takeHistory(body: TakeHistoryBackupRequest, options?: CallOptions): Promise<TakeHistoryBackup>

  /**
   * TODO(words)
   *
   * @operation GET /backups/history/{backupId}
   * @permission BACKUP READ
   * @since 8.10
   */
  getHistory(backupId: Int | string, options?: CallOptions): Promise<HistoryBackupInfo>

  /**
   * TODO(words)
   *
   * @operation DELETE /backups/history/{backupId}
   * @permission BACKUP DELETE
   * @since 8.10
   */
  deleteHistory(backupId: Int | string, options?: CallOptions): Promise<void>
}

export interface BackupInfo {
  /** @minimum 1 */
  readonly backupId: Int
  readonly state: OpenEnum<BackupStateCode>
  readonly failureReason: string | null
  readonly details: readonly PartitionBackupInfo[]
}

export type BackupStateCode = 'DOES_NOT_EXIST' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'INCOMPLETE' | 'DELETED'

export interface ListRuntimeBackupsQuery {
  readonly prefix?: string | undefined
}

export interface TakeRuntimeBackup {
  /** @minimum 1 */
  readonly backupId: Int
}

export type BackupType = 'MANUAL_BACKUP' | 'SCHEDULED_BACKUP'

export interface HistoryBackupInfo {
  /** @minimum 1 */
  readonly backupId: Int
  readonly state: OpenEnum<HistoryBackupStateCode>
  readonly failureReason: string | null
  readonly details: readonly HistoryBackupSnapshotInfo[]
}

export type HistoryBackupStateCode = 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'INCOMPLETE' | 'INCOMPATIBLE'

export interface ListHistoryBackupsQuery {
  readonly prefix?: string | undefined
  readonly verbose?: boolean | undefined
}

export interface TakeHistoryBackup {
  /** @minimum 1 */
  readonly backupId: Int
  readonly scheduledSnapshots: readonly string[]
}
