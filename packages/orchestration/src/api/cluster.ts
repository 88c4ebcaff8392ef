import type { CallOptions, Int } from '@x/rest'
import type { Partition } from './shared.ts'

/** TODO(words) */
export interface Cluster {
  /**
   * TODO(words)
   *
   * @operation GET /status
   * @since 8.8
   */
  getStatus(options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation GET /topology
   * @since 8.5
   */
  getTopology(options?: CallOptions): Promise<Topology>
}

export interface Topology {
  readonly brokers: readonly BrokerInfo[]
  /** @since 8.9 */
  readonly clusterId?: string | null | undefined
  readonly clusterSize: Int
  readonly partitionsCount: Int
  readonly replicationFactor: Int
  readonly gatewayVersion: string
  readonly lastCompletedChangeId: string
}

export interface BrokerInfo {
  /** @deprecated */
  readonly nodeId: Int
  /** @since 8.10 */
  readonly brokerId?: string | undefined
  readonly host: string
  readonly port: Int
  readonly partitions: readonly Partition[]
  readonly version: string
}

export interface ClusterModeChange {
  readonly changeId: string
  readonly plannedChanges: readonly ClusterModeChangePlannedChange[]
}

export interface ClusterModeChangePlannedChange {
  readonly physicalTenantId: string | null
  readonly operations: readonly ClusterModeChangeOperation[]
}

export interface ClusterModeChangeOperation {
  readonly operation: string
  readonly mode: string | null
}

export interface ClusterRestore {
  readonly changeId: string
  readonly plannedChanges: readonly ClusterRestorePlannedChange[]
}

export interface ClusterRestorePlannedChange {
  readonly physicalTenantId: string | null
  readonly operations: readonly ClusterRestoreOperation[]
}

export type ClusterRestoreOperation =
  | ClusterRestoreBrokerOperation
  | ClusterRestorePartitionOperation
  | ClusterRestorePartitionRestoreOperation
  | ClusterRestoreModeChangeOperation
  | ClusterRestoreAwaitModeChangeOperation

export interface ClusterRestoreBrokerOperation {
  readonly operation: string
  readonly brokerId: string
}

export interface ClusterRestorePartitionOperation {
  readonly operation: string
  readonly brokerId: string
  readonly partitionId: Int
}

export interface ClusterRestorePartitionRestoreOperation {
  readonly operation: string
  readonly brokerId: string
  readonly partitionId: Int
  readonly backupIds: readonly Int[]
}

export interface ClusterRestoreModeChangeOperation {
  readonly operation: string
  readonly brokerId: string
  readonly mode: string
}

export interface ClusterRestoreAwaitModeChangeOperation {
  readonly operation: string
  readonly brokerId: string
  readonly mode: string
}
