import type { DateTime, Int, OpenEnum } from '@x/rest'

/** Whether each partition is led by the broker that should lead it. */
export interface ClusterBalance {
  readonly state: OpenEnum<'BALANCED' | 'BALANCING' | 'UNBALANCED'>
  readonly partitions: readonly PartitionBalance[]
  /** Null if none is running; for a dry run, its plan. */
  readonly runningRebalance: RunningRebalance | null
  /** Dry runs are not counted. The coordinating broker forgets it when it restarts. */
  readonly lastCompletedRebalance: CompletedRebalance | null
}

/** Which broker leads a partition, and which one should. */
export interface PartitionBalance extends PartitionLeadership {
  readonly state: OpenEnum<'BALANCED' | 'TRANSFERRING' | 'UNBALANCED'>
}

/** The leader of a partition now, and the one that the priorities of the replicas ask for. */
export interface PartitionLeadership {
  /** Unique within the physical tenant. */
  readonly partitionId: Int
  readonly physicalTenantId: string
  /** Id of a broker; null if the partition has no leader. */
  readonly currentLeader: string | null
  /** Id of a broker. */
  readonly desiredLeader: string
}

/** What running and completed rebalances have in common. */
export interface Rebalance {
  readonly rebalanceId: Int
  readonly partitions: readonly PartitionTransfer[]
  readonly startedAt: DateTime
}

/** A rebalance that is running. */
export interface RunningRebalance extends Rebalance {
  readonly dryRun: boolean
  /** True once it was asked to stop; it ends after the transfer that is under way. */
  readonly cancelRequested: boolean
}

/** A rebalance that has ended. */
export interface CompletedRebalance extends Rebalance {
  readonly finishedAt: DateTime
  readonly result: OpenEnum<'CANCELLED' | 'COMPLETED' | 'FAILED'>
}

/** What a rebalance does with one partition. */
export interface PartitionTransfer extends PartitionLeadership {
  readonly progress: OpenEnum<'COMPLETED' | 'PENDING' | 'TRANSFERRING'>
  /** Null until `progress` is `COMPLETED`. */
  readonly result: OpenEnum<PartitionTransferResult> | null
}

/** How a transfer ended: `TRANSFERRED`, or why the partition kept its leader. */
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

/** Settings of one rebalance. The configuration of the cluster has the defaults. */
export interface RebalanceRequest {
  /** By how many bytes a new leader may lag behind. */
  readonly replicationLagThreshold?: Int | undefined
  /** How long a partition may pause until its new leader has caught up: an ISO 8601 duration such as `PT10S`. */
  readonly replicationTimeout?: string | undefined
  /** How often a leader asks its successor to take over. */
  readonly maxTransferAttempts?: Int | undefined
  /** How long to wait for a partition without a leader: an ISO 8601 duration such as `PT1M`. */
  readonly leaderWaitTimeout?: string | undefined
}

/** The effect of a cancellation. */
export interface RebalanceCancellation {
  /** False if there was nothing to stop. */
  readonly wasRunning: boolean
}
