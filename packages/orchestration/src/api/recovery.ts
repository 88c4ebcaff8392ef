import type { CallOptions, DateTime, Int, OpenEnum } from '@x/rest'
import type { ClusterModeChange, ClusterRestore, DryRunQuery, Mode, RestoreRequest } from './cluster-changes.ts'

/** Restoring the physical tenant of the client from a backup of runtime data. */
export interface Recovery {
  /**
   * Starts to change the mode, and returns the plan. In the mode `RECOVERING`, partitions are inactive and most operations
   * are rejected, until you change back to `PROCESSING`. The change is done once `cluster.getTopology` has its id as
   * `lastCompletedChangeId`.
   *
   * @operation PATCH /mode
   * @permission SYSTEM UPDATE or BACKUP RESTORE
   * @since 8.10
   */
  changeMode(query: ChangeModeQuery, options?: CallOptions): Promise<ClusterModeChange>

  /**
   * Returns the progress of the running restore, by broker and partition.
   *
   * @operation GET /restore
   * @permission BACKUP RESTORE
   * @since 8.10
   * @throws {ApiError} 404 if no restore is running, including after it has finished
   */
  getRestoreStatus(options?: CallOptions): Promise<RestoreStatus>

  /**
   * Starts to restore from backups, and returns the plan. It replaces the data of the engine. **This cannot be undone.**
   * Change to the mode `RECOVERING` first, and check the plan with `dryRun`.
   *
   * @operation POST /restore
   * @permission BACKUP RESTORE
   * @since 8.10
   * @throws {ApiError} 404 if a partition has no completed backup of that id; 409 unless in the mode `RECOVERING`
   *
   * @example
   * await camunda.recovery.changeMode({ mode: 'RECOVERING' })
   * const plan = await camunda.recovery.restore({ backupIds: [100] }, { dryRun: true })
   * console.log(plan.plannedChanges)
   */
  restore(body: RestoreRequest, query?: DryRunQuery, options?: CallOptions): Promise<ClusterRestore>
}

/** The mode to change to. */
export interface ChangeModeQuery extends DryRunQuery {
  readonly mode: Mode
}

/** Progress of a restore. */
export interface RestoreStatus {
  readonly status: OpenEnum<'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED'>
  readonly changeId: string
  readonly startedAt: DateTime | null
  readonly brokers: readonly RestoreBrokerStatus[]
}

/** Progress of a restore on one broker. */
export interface RestoreBrokerStatus {
  readonly brokerId: string
  readonly partitionsRestored: Int
  /** All partitions of the broker, including those already restored. */
  readonly partitionsToRestore: Int
  readonly partitions: readonly RestorePartitionStatus[]
}

/** Progress of a restore of one partition. */
export interface RestorePartitionStatus {
  readonly partitionId: Int
  readonly state: OpenEnum<'PENDING' | 'RESTORING' | 'RESTORED'>
  /** The backups that the partition is restored from. */
  readonly backupIds: readonly Int[]
  /** Null until it is restored. */
  readonly completedAt: DateTime | null
}
