import type { CallOptions, DateTime, Int, OpenEnum } from '@x/rest'
import type { ClusterModeChange, ClusterRestore } from './cluster.ts'
import type { Mode, RestoreRequest } from './shared.ts'

/** TODO(words) */
export interface Recovery {
  /**
   * TODO(words)
   *
   * @operation PATCH /mode
   * @permission SYSTEM UPDATE or BACKUP RESTORE
   * @since 8.10
   */
  changeMode(query: ChangeClusterModeQuery, options?: CallOptions): Promise<ClusterModeChange>

  /**
   * TODO(words)
   *
   * @operation GET /restore
   * @permission BACKUP RESTORE
   * @since 8.10
   */
  getRestoreStatus(options?: CallOptions): Promise<RestoreStatus>

  /**
   * TODO(words)
   *
   * @operation POST /restore
   * @permission BACKUP RESTORE
   * @since 8.10
   */
  restore(body: RestoreRequest, query?: RestoreQuery, options?: CallOptions): Promise<ClusterRestore>
}

export interface ChangeClusterModeQuery {
  readonly mode: Mode
  readonly dryRun?: boolean | undefined
}

export interface RestoreStatus {
  readonly status: OpenEnum<'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED'>
  readonly changeId: string
  readonly startedAt: DateTime | null
  readonly brokers: readonly RestoreBrokerStatus[]
}

export interface RestoreBrokerStatus {
  readonly brokerId: string
  readonly partitionsRestored: Int
  readonly partitionsToRestore: Int
  readonly partitions: readonly RestorePartitionStatus[]
}

export interface RestorePartitionStatus {
  readonly partitionId: Int
  readonly state: OpenEnum<'PENDING' | 'RESTORING' | 'RESTORED'>
  readonly backupIds: readonly Int[]
  readonly completedAt: DateTime | null
}

export interface RestoreQuery {
  readonly dryRun?: boolean | undefined
}
