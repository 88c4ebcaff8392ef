import type { CallOptions, Int, OpenEnum } from '@x/rest'
import type { TakeHistoryBackupRequest, TakeRuntimeBackupRequest } from './backup-types.ts'
import type { ClusterTopology } from './cluster.ts'
import type {
  ClusterHistoryBackup,
  ClusterHistoryBackupTaken,
  ClusterRuntimeBackup,
  ClusterRuntimeBackupState,
  ClusterRuntimeBackupTaken,
  ListTenantHistoryBackupsQuery,
  ListTenantRuntimeBackupsQuery,
} from './cluster-backups.ts'
import type {
  ClusterModeChange,
  ClusterRestore,
  ClusterRestoreRequest,
  DryRunQuery,
  PhysicalTenantQuery,
  RestoreTenantQuery,
} from './cluster-changes.ts'
import type { ClusterBalance, RebalanceCancellation, RebalanceRequest } from './cluster-rebalance.ts'
import type { ExportingStatus, PauseExportingQuery } from './exporting.ts'
import type { ChangeModeQuery } from './recovery.ts'

/**
 * Administration of a whole cluster with all its physical tenants. It needs separate credentials, the option
 * `clusterAdminAuth`: servers reject credentials of the cluster's users and clients with 401 or 403.
 *
 * Most operations apply to all physical tenants, or to the one in the query. A read fails completely if one of them
 * cannot be read. A command that fails for one of them is not rolled back for the others.
 */
export interface ClusterAdmin {
  /**
   * Returns all backups of runtime data by their ids, the highest first, without pages.
   *
   * @operation GET /cluster/v2/backups/runtime
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant; 503 if one cannot be reached
   */
  listRuntimeBackups(
    query?: ListTenantRuntimeBackupsQuery,
    options?: CallOptions,
  ): Promise<readonly ClusterRuntimeBackup[]>

  /**
   * Starts a backup of runtime data on each physical tenant. The backups are independent, not one consistent backup of
   * the cluster. Poll `getRuntimeBackup` to see when they are complete.
   *
   * If some cannot be started, the call throws, and the others continue. Find them with `listRuntimeBackups`, and
   * delete them before you retry.
   *
   * @operation POST /cluster/v2/backups/runtime
   * @since 8.10
   * @throws {ApiError} 400 with an id if a physical tenant generates them, or without one if it does not; 404 if there is no
   *   such physical tenant; 409 if a backup has the same id or a higher one; 502 or 504 if it is unclear whether one started
   *
   * @example
   * const { physicalTenants } = await camunda.clusterAdmin.takeRuntimeBackup({ backupId: 20260401 })
   * for (const { physicalTenantId, backupId } of physicalTenants) console.log(physicalTenantId, backupId)
   */
  takeRuntimeBackup(
    body?: TakeRuntimeBackupRequest,
    query?: PhysicalTenantQuery,
    options?: CallOptions,
  ): Promise<ClusterRuntimeBackupTaken>

  /**
   * Returns the checkpoints and backups of all partitions, by physical tenant.
   *
   * @operation GET /cluster/v2/backups/runtime/state
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant; 503 if one cannot be reached
   */
  getRuntimeBackupState(query?: PhysicalTenantQuery, options?: CallOptions): Promise<ClusterRuntimeBackupState>

  /**
   * Deletes all metadata of checkpoints and backups in the partitions, for example to switch to another backup store.
   * **This cannot be undone.**
   *
   * @operation DELETE /cluster/v2/backups/runtime/state
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant; 500 or 503 if it is not deleted everywhere
   */
  deleteRuntimeBackupState(query?: PhysicalTenantQuery, options?: CallOptions): Promise<void>

  /**
   * Writes the metadata of checkpoints and backups to the backup stores, without taking a backup, and returns it. It is
   * idempotent.
   *
   * @operation POST /cluster/v2/backups/runtime/state/sync
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant; 503 or 504 if one cannot be reached
   */
  syncRuntimeBackupState(query?: PhysicalTenantQuery, options?: CallOptions): Promise<ClusterRuntimeBackupState>

  /**
   * Returns the backups of runtime data with one id, of all physical tenants.
   *
   * @operation GET /cluster/v2/backups/runtime/{backupId}
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant, or none has the backup; 503 if one cannot be reached
   */
  getRuntimeBackup(
    backupId: Int | string,
    query?: PhysicalTenantQuery,
    options?: CallOptions,
  ): Promise<ClusterRuntimeBackup>

  /**
   * Deletes the backups of runtime data with one id. It is not an error if there is none. **This cannot be undone.**
   *
   * @operation DELETE /cluster/v2/backups/runtime/{backupId}
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant; 500 or 503 if it is not deleted everywhere
   */
  deleteRuntimeBackup(backupId: Int | string, query?: PhysicalTenantQuery, options?: CallOptions): Promise<void>

  /**
   * Returns all backups of history by their ids, the highest first, without pages.
   *
   * @operation GET /cluster/v2/backups/history
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch; 404 if there is no such
   *   physical tenant; 503 if one cannot be reached
   */
  listHistoryBackups(
    query?: ListTenantHistoryBackupsQuery,
    options?: CallOptions,
  ): Promise<readonly ClusterHistoryBackup[]>

  /**
   * Starts a backup of history on each physical tenant, and returns the names of their snapshots. The backups are
   * independent. Nothing is started if one of them has a backup of this id. Poll `getHistoryBackup` to see when they
   * are complete.
   *
   * @operation POST /cluster/v2/backups/history
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch; 404 if there is no such
   *   physical tenant; 409 if the id is taken or another backup is running; 500 if it is not started everywhere: delete the
   *   backup before you retry
   */
  takeHistoryBackup(
    body: TakeHistoryBackupRequest,
    query?: PhysicalTenantQuery,
    options?: CallOptions,
  ): Promise<ClusterHistoryBackupTaken>

  /**
   * Returns the backups of history with one id, of all physical tenants.
   *
   * @operation GET /cluster/v2/backups/history/{backupId}
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch; 404 if there is no such
   *   physical tenant, or none has the backup; 503 if one cannot be reached
   */
  getHistoryBackup(
    backupId: Int | string,
    query?: PhysicalTenantQuery,
    options?: CallOptions,
  ): Promise<ClusterHistoryBackup>

  /**
   * Deletes the backups of history with one id. **This cannot be undone.**
   *
   * @operation DELETE /cluster/v2/backups/history/{backupId}
   * @since 8.10
   * @throws {ApiError} 403 also if the secondary storage is neither Elasticsearch nor OpenSearch; 404 if there is no such
   *   physical tenant, or none has the backup; 500 or 503 if it is not deleted everywhere
   */
  deleteHistoryBackup(backupId: Int | string, query?: PhysicalTenantQuery, options?: CallOptions): Promise<void>

  /**
   * Returns whether the physical tenants can process work: all of them (`HEALTHY`), or some (`DEGRADED`). It works without
   * a token.
   *
   * @operation GET /cluster/v2/status
   * @since 8.10
   * @unauthenticated
   * @throws {ApiError} 503 if none can
   */
  getStatus(options?: CallOptions): Promise<ClusterStatus>

  /**
   * Returns the brokers of the cluster, and the partitions of each physical tenant.
   *
   * @operation GET /cluster/v2/topology
   * @since 8.10
   *
   * @example
   * const { physicalTenants } = await camunda.clusterAdmin.getTopology()
   * for (const { physicalTenantId, partitionsCount } of physicalTenants) console.log(physicalTenantId, partitionsCount)
   */
  getTopology(options?: CallOptions): Promise<ClusterTopology>

  /**
   * Returns the current and the desired leader of each partition, the running rebalance, and the last one.
   *
   * @operation GET /cluster/v2/rebalance
   * @since 8.10
   * @throws {ApiError} 502, 503 or 504 if the coordinating broker does not respond
   */
  getRebalance(options?: CallOptions): Promise<ClusterBalance>

  /**
   * Starts to move the leadership of the partitions, one after the other, to the brokers that should have it. Poll
   * `getRebalance` to see when it is complete.
   *
   * @operation POST /cluster/v2/rebalance
   * @since 8.10
   * @throws {ApiError} 409 if another change of the cluster is running; 502, 503 or 504 if the coordinating broker does not
   *   respond
   */
  triggerRebalance(body?: RebalanceRequest, query?: DryRunQuery, options?: CallOptions): Promise<ClusterBalance>

  /**
   * Stops the running rebalance after the current transfer. It is not an error if none is running.
   *
   * @operation DELETE /cluster/v2/rebalance
   * @since 8.10
   * @throws {ApiError} 502, 503 or 504 if the coordinating broker does not respond
   */
  cancelRebalance(options?: CallOptions): Promise<RebalanceCancellation>

  /**
   * Returns whether the data migration after an upgrade is complete on all physical tenants. It works without a token.
   *
   * @operation GET /cluster/v2/status/upgrade
   * @since 8.10
   * @unauthenticated
   */
  getUpgradeStatus(options?: CallOptions): Promise<ClusterUpgradeStatus>

  /**
   * Returns whether records are exported, over all physical tenants. Exporting is paused everywhere only with `PAUSED` or
   * `SOFT_PAUSED`.
   *
   * @operation GET /cluster/v2/exporting
   * @since 8.10
   * @throws {ApiError} 503 if a physical tenant cannot be reached
   */
  getExportingStatus(options?: CallOptions): Promise<ExportingStatus>

  /**
   * Pauses exporting on all physical tenants. Poll `getExportingStatus` until all of them have done so.
   *
   * @operation POST /cluster/v2/exporting/pause
   * @since 8.10
   * @throws {ApiError} 503 if a physical tenant cannot be reached
   */
  pauseExporting(query?: PauseExportingQuery, options?: CallOptions): Promise<void>

  /**
   * Resumes exporting on all physical tenants.
   *
   * @operation POST /cluster/v2/exporting/resume
   * @since 8.10
   * @throws {ApiError} 503 if a physical tenant cannot be reached
   */
  resumeExporting(options?: CallOptions): Promise<void>

  /**
   * Starts to change the mode, and returns the plan. In the mode `RECOVERING`, partitions are inactive and most operations
   * are rejected, until you change back to `PROCESSING`.
   *
   * @operation PATCH /cluster/v2/mode
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant; 409 if another change of the cluster is running
   */
  changeMode(query: ChangeTenantModeQuery, options?: CallOptions): Promise<ClusterModeChange>

  /**
   * Starts to restore from backups, and returns the plan. It replaces the data of the engine. **This cannot be undone.**
   * Change to the mode `RECOVERING` first, and check the plan with `dryRun`.
   *
   * @operation POST /cluster/v2/restore
   * @since 8.10
   * @throws {ApiError} 404 if there is no such physical tenant; 409 unless in the mode `RECOVERING`
   *
   * @example
   * await camunda.clusterAdmin.changeMode({ mode: 'RECOVERING' })
   * const plan = await camunda.clusterAdmin.restore({ backupIds: [100] }, { dryRun: true })
   * console.log(plan.plannedChanges)
   */
  restore(body: ClusterRestoreRequest, query?: RestoreTenantQuery, options?: CallOptions): Promise<ClusterRestore>
}

/** The mode to change to, and where. */
export interface ChangeTenantModeQuery extends ChangeModeQuery, PhysicalTenantQuery {}

/** Health of the cluster. */
export interface ClusterStatus {
  readonly status: OpenEnum<'HEALTHY' | 'DEGRADED' | 'DOWN'>
}

/** Whether the cluster has completed an upgrade. */
export interface ClusterUpgradeStatus {
  /** `UNKNOWN` if a physical tenant does not report it. */
  readonly status: OpenEnum<'MIGRATED' | 'MIGRATION_IN_PROGRESS' | 'UNKNOWN'>
}
