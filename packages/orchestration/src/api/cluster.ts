import type { CallOptions, Int, OpenEnum } from '@x/rest'

/** Health and topology of the cluster. */
export interface Cluster {
  /**
   * Resolves if the cluster can process work: at least one partition has a healthy leader. It works without a token. In a
   * cluster with several physical tenants, only `default` is checked; use `clusterAdmin.getStatus` for all of them.
   *
   * @operation GET /status
   * @since 8.8
   * @unauthenticated
   * @throws {ApiError} 503 if no partition has a healthy leader
   */
  getStatus(options?: CallOptions): Promise<void>

  /**
   * Returns the brokers with their partitions, and the versions of brokers and gateway. The data is current, not read
   * from the secondary storage.
   *
   * @operation GET /topology
   * @since 8.5
   *
   * @example
   * const { gatewayVersion, brokers } = await camunda.cluster.getTopology()
   * const unhealthy = brokers.flatMap(({ partitions }) => partitions.filter(({ health }) => health !== 'healthy'))
   * console.log(gatewayVersion, unhealthy.length)
   */
  getTopology(options?: CallOptions): Promise<Topology>
}

/** The brokers of a cluster and their partitions. */
export interface Topology {
  readonly brokers: readonly Broker[]
  /** @since 8.9 */
  readonly clusterId?: string | null | undefined
  /** Number of brokers. */
  readonly clusterSize: Int
  readonly partitionsCount: Int
  /** Number of brokers with a replica of each partition. */
  readonly replicationFactor: Int
  readonly gatewayVersion: string
  /** Id of the last completed change of the structure, such as scaling; `-1` if there was none. */
  readonly lastCompletedChangeId: string
}

/** A broker and its partitions. */
export interface Broker {
  /** @deprecated Use `brokerId`: in a cluster with zones, a node id is unique within its zone only. */
  readonly nodeId: Int
  /** The node id as a string; in a cluster with zones, `<zone>_<node id>`. @since 8.10 */
  readonly brokerId?: string | undefined
  readonly host: string
  readonly port: Int
  readonly partitions: readonly Partition[]
  readonly version: string
}

/** A replica of a partition on a broker. */
export interface Partition {
  /** From 1 on. */
  readonly partitionId: Int
  /** Role of the broker: one broker leads a partition, the others follow. */
  readonly role: OpenEnum<'leader' | 'follower' | 'inactive'>
  readonly health: OpenEnum<'healthy' | 'unhealthy' | 'dead'>
  /** Membership of the broker in the partition. @since 8.10 */
  readonly state?: OpenEnum<'unknown' | 'joining' | 'active' | 'leaving' | 'recovering' | 'learner'> | undefined
}

/** The brokers of a cluster and the partitions of its physical tenants. */
export interface ClusterTopology {
  readonly brokers: readonly ClusterBroker[]
  readonly clusterId: string | null
  /** Number of brokers. */
  readonly clusterSize: Int
  readonly gatewayVersion: string | null
  readonly physicalTenants: readonly PhysicalTenantTopology[]
}

/** A broker. */
export interface ClusterBroker {
  /** The node id as text, in a cluster with zones `<zone>_<node id>`. */
  readonly brokerId: string
  readonly host: string
  readonly port: Int
  readonly version: string
}

/** The partitions of one physical tenant. */
export interface PhysicalTenantTopology {
  readonly physicalTenantId: string
  readonly partitionsCount: Int
  /** Number of brokers with a replica of each partition. */
  readonly replicationFactor: Int
  /** Id of the last completed change; `-1` if there was none. */
  readonly lastCompletedChangeId: string
  readonly brokers: readonly PhysicalTenantBroker[]
}

/** The partitions of one physical tenant on one broker. */
export interface PhysicalTenantBroker {
  readonly brokerId: string
  readonly partitions: readonly Partition[]
}
