import type { DateInput, Int } from '@x/rest'

/** Modes of a cluster. In `RECOVERING`, all partitions are inactive, ready for a restore. */
export type Mode = 'PROCESSING' | 'RECOVERING'

/** Option to plan without executing. */
export interface DryRunQuery {
  /** True to validate the request and return the plan without executing it. @defaultValue false */
  readonly dryRun?: boolean | undefined
}

/** The physical tenant that an operation applies to. */
export interface PhysicalTenantQuery {
  /** @defaultValue all physical tenants */
  readonly physicalTenantId?: string | undefined
}

/** Options of a restore. */
export interface RestoreTenantQuery extends DryRunQuery, PhysicalTenantQuery {}

/** A planned change of the mode. */
export interface ClusterModeChange {
  /** Complete once the topology has it as `lastCompletedChangeId`. */
  readonly changeId: string
  readonly plannedChanges: readonly ClusterModeChangePlannedChange[]
}

/** The operations of a change of the mode for one physical tenant, in order. Physical tenants change in parallel. */
export interface ClusterModeChangePlannedChange {
  /** Null for operations that concern no single physical tenant. */
  readonly physicalTenantId: string | null
  readonly operations: readonly ClusterModeChangeOperation[]
}

/** One operation of a change of the mode. */
export interface ClusterModeChangeOperation {
  /** Type of the operation, such as `ModeChangeOperation`. */
  readonly operation: string
  /** The new mode, if the operation sets one. */
  readonly mode: string | null
}

/** The backups to restore, either by their ids or by a time range. */
export interface RestoreRequest {
  /** Start of the time range. Not together with `backupIds`. */
  readonly from?: DateInput | null | undefined
  /** End of the time range. Not together with `backupIds`. */
  readonly to?: DateInput | null | undefined
  /** Not together with `from` and `to`. */
  readonly backupIds?: readonly Int[] | null | undefined
}

/** The backups to restore, with overrides for some physical tenants. */
export interface ClusterRestoreRequest extends RestoreRequest {
  /** Other backups for some of the physical tenants, by their ids. Not together with `physicalTenantId` in the query. */
  readonly overrides?: Record<string, RestoreRequest> | null | undefined
}

/** A planned restore. */
export interface ClusterRestore {
  readonly changeId: string
  readonly plannedChanges: readonly ClusterRestorePlannedChange[]
}

/** The operations of a restore for one physical tenant, in order. Physical tenants are restored in parallel. */
export interface ClusterRestorePlannedChange {
  /** Null for operations that concern no single physical tenant. */
  readonly physicalTenantId: string | null
  readonly operations: readonly ClusterRestoreOperation[]
}

/** One operation of a restore. */
export type ClusterRestoreOperation =
  | ClusterRestoreBrokerOperation
  | ClusterRestorePartitionOperation
  | ClusterRestorePartitionRestoreOperation
  | ClusterRestoreModeChangeOperation
  | ClusterRestoreAwaitModeChangeOperation

/** Marks the broker as restored. */
export interface ClusterRestoreBrokerOperation {
  readonly operation: 'UpdateIncarnationNumberOperation'
  /** The broker that executes the operation. */
  readonly brokerId: string
}

/** Prepares a partition. */
export interface ClusterRestorePartitionOperation {
  readonly operation: 'PartitionPreRestoreOperation'
  /** The broker that executes the operation. */
  readonly brokerId: string
  readonly partitionId: Int
}

/** Restores a partition. */
export interface ClusterRestorePartitionRestoreOperation {
  readonly operation: 'PartitionRestoreOperation'
  /** The broker that executes the operation. */
  readonly brokerId: string
  readonly partitionId: Int
  /** The backups that the partition is restored from. */
  readonly backupIds: readonly Int[]
}

/** Sets the mode of a broker after its partitions are restored. */
export interface ClusterRestoreModeChangeOperation {
  readonly operation: 'ModeChangeOperation'
  /** The broker that executes the operation. */
  readonly brokerId: string
  readonly mode: string
}

/** Waits until a broker is in the mode. */
export interface ClusterRestoreAwaitModeChangeOperation {
  readonly operation: 'AwaitModeChangeOperation'
  /** The broker that executes the operation. */
  readonly brokerId: string
  readonly mode: string
}
