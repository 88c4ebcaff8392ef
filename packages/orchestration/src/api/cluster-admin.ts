import type { CallOptions, DateTime, Int, OpenEnum } from '@x/rest'
import type { BackupStateCode } from './backups.ts'
import type { ClusterModeChange, ClusterRestore } from './cluster.ts'
import type { ExportingStatus } from './exporting.ts'
import type {
  HistoryBackupSnapshotInfo,
  Mode,
  Partition,
  PartitionBackupInfo,
  RestoreRequest,
  RuntimeBackupState,
  TakeHistoryBackupRequest,
  TakeRuntimeBackupRequest,
} from './shared.ts'

/** TODO(words) */
export interface ClusterAdmin {
  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/backups/runtime
   * @since 8.10
   */
  listRuntimeBackups(
    query?: ListRuntimeBackupsClusterAdminQuery,
    options?: CallOptions,
  ): Promise<readonly ClusterRuntimeBackupInfo[]>

  /**
   * TODO(words)
   *
   * @operation POST /cluster/v2/backups/runtime
   * @since 8.10
   */
  takeRuntimeBackup(
    body?: TakeRuntimeBackupRequest,
    query?: TakeRuntimeBackupClusterAdminQuery,
    options?: CallOptions,
  ): Promise<ClusterTakeRuntimeBackup>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/backups/runtime/state
   * @since 8.10
   */
  getRuntimeBackupState(
    query?: GetRuntimeBackupStateClusterAdminQuery,
    options?: CallOptions,
  ): Promise<ClusterRuntimeBackupState>

  /**
   * TODO(words)
   *
   * @operation DELETE /cluster/v2/backups/runtime/state
   * @since 8.10
   */
  deleteRuntimeBackupState(query?: DeleteRuntimeBackupStateClusterAdminQuery, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /cluster/v2/backups/runtime/state/sync
   * @since 8.10
   */
  syncRuntimeBackupState(
    query?: SyncRuntimeBackupStateClusterAdminQuery,
    options?: CallOptions,
  ): Promise<ClusterRuntimeBackupState>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/backups/runtime/{backupId}
   * @since 8.10
   */
  getRuntimeBackup(
    backupId: Int | string,
    query?: GetRuntimeBackupClusterAdminQuery,
    options?: CallOptions,
  ): Promise<ClusterRuntimeBackupInfo>

  /**
   * TODO(words)
   *
   * @operation DELETE /cluster/v2/backups/runtime/{backupId}
   * @since 8.10
   */
  deleteRuntimeBackup(
    backupId: Int | string,
    query?: DeleteRuntimeBackupClusterAdminQuery,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/backups/history
   * @since 8.10
   */
  listHistoryBackups(
    query?: ListHistoryBackupsClusterAdminQuery,
    options?: CallOptions,
  ): Promise<readonly ClusterHistoryBackupInfo[]>

  /**
   * TODO(words)
   *
   * @operation POST /cluster/v2/backups/history
   * @since 8.10
   */
  takeHistoryBackup(
    body: TakeHistoryBackupRequest,
    query?: TakeHistoryBackupClusterAdminQuery,
    options?: CallOptions,
  ): Promise<ClusterTakeHistoryBackup>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/backups/history/{backupId}
   * @since 8.10
   */
  getHistoryBackup(
    backupId: Int | string,
    query?: GetHistoryBackupClusterAdminQuery,
    options?: CallOptions,
  ): Promise<ClusterHistoryBackupInfo>

  /**
   * TODO(words)
   *
   * @operation DELETE /cluster/v2/backups/history/{backupId}
   * @since 8.10
   */
  deleteHistoryBackup(
    backupId: Int | string,
    query?: DeleteHistoryBackupClusterAdminQuery,
    options?: CallOptions,
  ): Promise<void>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/status
   * @since 8.10
   */
  getStatus(options?: CallOptions): Promise<ClusterStatus>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/topology
   * @since 8.10
   */
  getTopology(options?: CallOptions): Promise<ClusterTopology>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/rebalance
   * @since 8.10
   */
  getRebalance(options?: CallOptions): Promise<ClusterBalance>

  /**
   * TODO(words)
   *
   * @operation POST /cluster/v2/rebalance
   * @since 8.10
   */
  triggerRebalance(
    body?: ClusterRebalanceRequest,
    query?: TriggerClusterRebalanceQuery,
    options?: CallOptions,
  ): Promise<ClusterBalance>

  /**
   * TODO(words)
   *
   * @operation DELETE /cluster/v2/rebalance
   * @since 8.10
   */
  cancelRebalance(options?: CallOptions): Promise<RebalanceCancellation>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/status/upgrade
   * @since 8.10
   */
  getUpgradeStatus(options?: CallOptions): Promise<ClusterUpgradeStatus>

  /**
   * TODO(words)
   *
   * @operation GET /cluster/v2/exporting
   * @since 8.10
   */
  getExportingStatus(options?: CallOptions): Promise<ExportingStatus>

  /**
   * TODO(words)
   *
   * @operation POST /cluster/v2/exporting/pause
   * @since 8.10
   */
  pauseExporting(query?: PauseClusterExportingQuery, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /cluster/v2/exporting/resume
   * @since 8.10
   */
  resumeExporting(options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation PATCH /cluster/v2/mode
   * @since 8.10
   */
  changeMode(query: ChangeClusterModeClusterAdminQuery, options?: CallOptions): Promise<ClusterModeChange>

  /**
   * TODO(words)
   *
   * @operation POST /cluster/v2/restore
   * @since 8.10
   */
  restore(body: ClusterRestoreRequest, query?: RestoreClusterAdminQuery, options?: CallOptions): Promise<ClusterRestore>
}

export interface ClusterRuntimeBackupInfo {
  /** @minimum 1 */
  readonly backupId: Int
  readonly state: OpenEnum<BackupStateCode>
  readonly failureReason: string | null
  readonly physicalTenants: readonly ClusterRuntimeBackupTenantInfo[]
}

export interface ClusterRuntimeBackupTenantInfo {
  readonly physicalTenantId: string
  readonly state: OpenEnum<BackupStateCode>
  readonly failureReason: string | null
  readonly details: readonly PartitionBackupInfo[]
}

export interface ListRuntimeBackupsClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
  readonly prefix?: string | undefined
}

export interface ClusterTakeRuntimeBackup {
  readonly physicalTenants: readonly ClusterRuntimeBackupTake[]
}

export interface ClusterRuntimeBackupTake {
  readonly physicalTenantId: string
  /** @minimum 1 */
  readonly backupId: Int | null
  readonly outcome: OpenEnum<ClusterRuntimeBackupTakeOutcome>
  readonly reason: string | null
}

export type ClusterRuntimeBackupTakeOutcome = 'TRIGGERED' | 'FAILED' | 'UNKNOWN'

export interface TakeRuntimeBackupClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface ClusterRuntimeBackupState {
  readonly physicalTenants: readonly ClusterRuntimeBackupTenantState[]
}

export interface ClusterRuntimeBackupTenantState {
  readonly physicalTenantId: string
  readonly state: RuntimeBackupState
}

export interface GetRuntimeBackupStateClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface DeleteRuntimeBackupStateClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface SyncRuntimeBackupStateClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface GetRuntimeBackupClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface DeleteRuntimeBackupClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface ClusterHistoryBackupInfo {
  /** @minimum 1 */
  readonly backupId: Int
  readonly physicalTenants: readonly ClusterHistoryBackupTenantInfo[]
}

export interface ClusterHistoryBackupTenantInfo {
  readonly physicalTenantId: string
  readonly state: OpenEnum<ClusterHistoryBackupTenantState>
  readonly failureReason: string | null
  readonly details: readonly HistoryBackupSnapshotInfo[]
}

export type ClusterHistoryBackupTenantState =
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'FAILED'
  | 'INCOMPLETE'
  | 'INCOMPATIBLE'
  | 'NOT_FOUND'

export interface ListHistoryBackupsClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
  readonly prefix?: string | undefined
  readonly verbose?: boolean | undefined
}

export interface ClusterTakeHistoryBackup {
  /** @minimum 1 */
  readonly backupId: Int
  readonly physicalTenants: readonly ClusterHistoryBackupTake[]
}

export interface ClusterHistoryBackupTake {
  readonly physicalTenantId: string
  readonly scheduledSnapshots: readonly string[]
}

export interface TakeHistoryBackupClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface GetHistoryBackupClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface DeleteHistoryBackupClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
}

export interface ClusterStatus {
  readonly status: OpenEnum<'HEALTHY' | 'DEGRADED' | 'DOWN'>
}

export interface ClusterTopology {
  readonly brokers: readonly ClusterBrokerInfo[]
  readonly clusterId: string | null
  readonly clusterSize: Int
  readonly gatewayVersion: string | null
  readonly physicalTenants: readonly PhysicalTenantTopology[]
}

export interface ClusterBrokerInfo {
  readonly brokerId: string
  readonly host: string
  readonly port: Int
  readonly version: string
}

export interface PhysicalTenantTopology {
  readonly physicalTenantId: string
  readonly partitionsCount: Int
  readonly replicationFactor: Int
  readonly lastCompletedChangeId: string
  readonly brokers: readonly PhysicalTenantBrokerTopology[]
}

export interface PhysicalTenantBrokerTopology {
  readonly brokerId: string
  readonly partitions: readonly Partition[]
}

export interface ClusterBalance {
  readonly state: OpenEnum<'BALANCED' | 'BALANCING' | 'UNBALANCED'>
  readonly partitions: readonly ClusterRebalancePartition[]
  readonly runningRebalance: ClusterRunningRebalance | null
  readonly lastCompletedRebalance: ClusterCompletedRebalance | null
}

export interface ClusterRebalancePartition {
  readonly partitionId: Int
  readonly physicalTenantId: string
  readonly currentLeader: string | null
  readonly desiredLeader: string
  readonly state: OpenEnum<'BALANCED' | 'TRANSFERRING' | 'UNBALANCED'>
}

export interface ClusterRunningRebalance {
  readonly rebalanceId: Int
  readonly partitions: readonly ClusterRebalanceOperationPartition[]
  readonly startedAt: DateTime
  readonly dryRun: boolean
  readonly cancelRequested: boolean
}

export interface ClusterRebalanceOperationPartition {
  readonly partitionId: Int
  readonly physicalTenantId: string
  readonly currentLeader: string | null
  readonly desiredLeader: string
  readonly progress: OpenEnum<'COMPLETED' | 'PENDING' | 'TRANSFERRING'>
  readonly result: OpenEnum<
    | 'ALREADY_LEADER'
    | 'CANCELLED'
    | 'CONFIGURATION_CHANGE_IN_PROGRESS'
    | 'LAG_TOO_HIGH'
    | 'LEADER_CHANGED'
    | 'LEADER_INITIALIZING'
    | 'NOT_COORDINATOR'
    | 'NOT_MEMBER'
    | 'NOT_REPLICATING'
    | 'NO_LEADER'
    | 'NO_RESPONSE'
    | 'PAUSE_FAILED'
    | 'PHYSICAL_TENANT_DISABLED'
    | 'PHYSICAL_TENANT_RECOVERING'
    | 'REPLICATION_TIMED_OUT'
    | 'STALE_CONFIGURATION'
    | 'TIMEOUT_NOW_EXHAUSTED'
    | 'TRANSFERRED'
    | 'TRANSFER_IN_PROGRESS'
    | 'UNREACHABLE'
  > | null
}

export interface ClusterCompletedRebalance {
  readonly rebalanceId: Int
  readonly partitions: readonly ClusterRebalanceOperationPartition[]
  readonly startedAt: DateTime
  readonly finishedAt: DateTime
  readonly result: OpenEnum<'CANCELLED' | 'COMPLETED' | 'FAILED'>
}

export interface ClusterRebalanceRequest {
  readonly replicationLagThreshold?: Int | undefined
  readonly replicationTimeout?: string | undefined
  readonly maxTransferAttempts?: Int | undefined
  readonly leaderWaitTimeout?: string | undefined
}

export interface TriggerClusterRebalanceQuery {
  readonly dryRun?: boolean | undefined
}

export interface RebalanceCancellation {
  readonly wasRunning: boolean
}

export interface ClusterUpgradeStatus {
  readonly status: OpenEnum<'MIGRATED' | 'MIGRATION_IN_PROGRESS' | 'UNKNOWN'>
}

export interface PauseClusterExportingQuery {
  readonly soft?: boolean | undefined
}

export interface ChangeClusterModeClusterAdminQuery {
  readonly mode: Mode
  readonly physicalTenantId?: string | undefined
  readonly dryRun?: boolean | undefined
}

export interface ClusterRestoreRequest {
  readonly from?: DateTime | null | undefined
  readonly to?: DateTime | null | undefined
  readonly backupIds?: readonly Int[] | null | undefined
  readonly overrides?: Record<string, RestoreRequest> | null | undefined
}

export interface RestoreClusterAdminQuery {
  readonly physicalTenantId?: string | undefined
  readonly dryRun?: boolean | undefined
}
