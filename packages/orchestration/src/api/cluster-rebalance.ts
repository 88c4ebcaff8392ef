import type { DateTime, Int, OpenEnum } from '@x/rest'

/** Distribution of the leadership of partitions over the brokers. */
export interface ClusterBalance {
  readonly state: OpenEnum<'BALANCED' | 'BALANCING' | 'UNBALANCED'>
  readonly partitions: readonly PartitionBalance[]
  /** Null if none is running; for a dry run, its plan. */
  readonly runningRebalance: RunningRebalance | null
  /** Dry runs are not counted. The coordinating broker forgets it when it restarts. */
  readonly lastCompletedRebalance: CompletedRebalance | null
}

/** Current and desired leader of a partition, and whether they differ. */
export interface PartitionBalance extends PartitionLeadership {
  readonly state: OpenEnum<'BALANCED' | 'TRANSFERRING' | 'UNBALANCED'>
}

/** Current leader of a partition, and the one with the highest priority. */
export interface PartitionLeadership {
  /** Unique within the physical tenant. */
  readonly partitionId: Int
  readonly physicalTenantId: string
  /** Id of a broker; null if the partition has no leader. */
  readonly currentLeader: string | null
  /** Id of a broker. */
  readonly desiredLeader: string
}

/** A rebalance, running or completed. */
export interface Rebalance {
  readonly rebalanceId: Int
  readonly partitions: readonly PartitionTransfer[]
  readonly startedAt: DateTime
}

/** A rebalance that is running. */
export interface RunningRebalance extends Rebalance {
  readonly dryRun: boolean
  /** True once a stop was requested; it ends after the current transfer. */
  readonly cancelRequested: boolean
}

/** A rebalance that has ended. */
export interface CompletedRebalance extends Rebalance {
  readonly finishedAt: DateTime
  readonly result: OpenEnum<'CANCELLED' | 'COMPLETED' | 'FAILED'>
}

/** Transfer of the leadership of one partition. */
export interface PartitionTransfer extends PartitionLeadership {
  readonly progress: OpenEnum<'COMPLETED' | 'PENDING' | 'TRANSFERRING'>
  /** Null until `progress` is `COMPLETED`. */
  readonly result: OpenEnum<PartitionTransferResult> | null
}

/** Result of a transfer: `TRANSFERRED`, or the reason why the partition kept its leader. */
export type PartitionTransferResult =
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

/** Settings of one rebalance. The defaults are configured in the cluster. */
export interface RebalanceRequest {
  /** Maximum replication lag of a new leader, in bytes. */
  readonly replicationLagThreshold?: Int | undefined
  /** Maximum pause of a partition while its new leader catches up, as an ISO 8601 duration such as `PT10S`. */
  readonly replicationTimeout?: string | undefined
  /** Number of times a leader asks its successor to take over. */
  readonly maxTransferAttempts?: Int | undefined
  /** Maximum wait for a partition without a leader, as an ISO 8601 duration such as `PT1M`. */
  readonly leaderWaitTimeout?: string | undefined
}

/** Result of a cancellation. */
export interface RebalanceCancellation {
  /** False if there was nothing to stop. */
  readonly wasRunning: boolean
}
