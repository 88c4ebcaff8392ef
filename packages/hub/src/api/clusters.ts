import type { CallOptions, DateInput, DateTime, Int } from '@x/rest'

/**
 * The clusters that are registered in Camunda Hub. Self-Managed only: on SaaS these methods throw a `NotServedError`.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Clusters {
  /**
   * Returns all registered clusters.
   *
   * @operation GET /clusters
   * @permission Hub API: read
   * @example
   * const { items } = await hub.clusters.list()
   * console.log(items.map(({ name, status }) => `${name}: ${status}`))
   */
  list(options?: CallOptions): Promise<ClusterList>

  /**
   * Registers a cluster, or refreshes its registration. Dynamic cluster management must be enabled in Camunda Hub.
   *
   * @operation POST /clusters
   * @permission Hub API: create
   */
  register(body: RegisterClusterRequest, options?: CallOptions): Promise<void>

  /**
   * Removes the registration of a cluster; the cluster itself continues to run. Dynamic cluster management must be
   * enabled in Camunda Hub.
   *
   * @operation DELETE /clusters/{clusterId}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if no such cluster is registered
   */
  remove(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Returns the usage of a cluster in a period. Camunda Hub passes your token on to the cluster, so the client also
   * needs the permission to read usage metrics there.
   *
   * @operation GET /clusters/usage-metrics
   * @permission Hub API: read
   * @throws {ApiError} 404 if no such cluster is registered
   */
  getUsageMetrics(query: UsageMetricsQuery, options?: CallOptions): Promise<UsageMetrics>
}

/** Clusters, all in one response. */
export interface ClusterList {
  readonly items: readonly Cluster[]
}

/** A registered cluster. */
export interface Cluster {
  readonly uuid: string
  readonly name: string
  readonly tags: readonly string[]
  readonly customProperties: readonly ClusterCustomProperty[]
  /** Namespace in Kubernetes. */
  readonly namespace: string | null
  readonly status: string
  /** Version of Camunda. */
  readonly generation: string
  readonly type: string
  readonly apps: readonly ClusterApp[]
  /** Properties that the cluster reported when it was registered. */
  readonly discoveredClusterProperties: Record<string, string>
  readonly license: ClusterLicense | null
}

/** A property of a cluster, set by the administrators of Camunda Hub. */
export interface ClusterCustomProperty {
  readonly description: string
  readonly links: readonly ClusterCustomPropertyLink[]
}

/** A link of a property. */
export interface ClusterCustomPropertyLink {
  readonly name: string
  readonly url: string
}

/** An application of a cluster. */
export interface ClusterApp {
  readonly type: string
  readonly id: string
  readonly status: string
  readonly url: string | null
  /** Addresses by protocol, if there is more than one. */
  readonly urls: ClusterAppUrls | null
  readonly generation: string | null
  readonly readiness: string | null
}

/** Addresses of an application by protocol. */
export interface ClusterAppUrls {
  readonly grpc: string | null
  readonly http: string | null
}

/** License of a cluster. */
export interface ClusterLicense {
  readonly validLicense: boolean
  readonly licenseType: string
  readonly isCommercial: boolean | null
  /** `null` if it does not expire. */
  readonly expiresAt: DateTime | null
}

/** A cluster to register. */
export interface RegisterClusterRequest {
  /** @defaultValue the address of the caller @minLength 1 @maxLength 255 */
  readonly clusterId?: string | null | undefined
  /** @minLength 1 @maxLength 255 */
  readonly clusterName: string
  /** Version of Camunda. @minLength 1 @maxLength 255 */
  readonly version: string
  readonly license: RegisterClusterLicense
  /** Profiles that the cluster runs with. */
  readonly profiles?: readonly string[] | null | undefined
  readonly properties?: Record<string, string> | null | undefined
}

/** License of a cluster to register. */
export interface RegisterClusterLicense {
  readonly validLicense: boolean
  /** @minLength 1 @maxLength 255 */
  readonly licenseType: string
  readonly isCommercial?: boolean | null | undefined
  readonly expiresAt?: DateInput | null | undefined
}

/** The cluster and the period. */
export interface UsageMetricsQuery {
  /** Id of the cluster. */
  readonly id: string
  /** Start of the period, in milliseconds since the Unix epoch. */
  readonly start: Int
  /** End of the period, in milliseconds since the Unix epoch. */
  readonly end: Int
}

/** Usage of a cluster in a period. */
export interface UsageMetrics {
  readonly id: string
  /** Process instances that were started. */
  readonly processInstances: MetricTotal
  /** Decision instances that were evaluated. */
  readonly decisionInstances: MetricTotal
  /** Users that a task was assigned to. */
  readonly taskUsers: TaskUsersMetric
  readonly activeTenants: MetricTotal | null
}

/** A count for a period. */
export interface MetricTotal {
  readonly total: Int
}

/** Users that a task was assigned to in a period. */
export interface TaskUsersMetric {
  readonly total: Int
  readonly assignees: readonly string[]
}
