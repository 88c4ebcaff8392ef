import type { CallOptions, OpenEnum } from '@x/rest'
import type { WaitOptions } from '../wait-until-healthy.ts'
import type {
  ClusterUpgrade,
  FailoverBody,
  FailoverResult,
  UpdateClusterBody,
  UpdateClusterEncryptionBody,
  UpdateIpAllowlistBody,
  UpdateIpWhitelistBody,
} from './cluster-changes.ts'
import type { ClusterParameters, CreateClusterBody, CreatedCluster } from './cluster-creation.ts'

/** The clusters of an organization. */
export interface Clusters {
  /**
   * Returns all clusters of the organization in one response.
   *
   * @operation GET /clusters
   * @permission Cluster: get
   * @example
   * const unwell = (await administration.clusters.list()).filter((cluster) => cluster.status.ready !== 'Healthy')
   */
  list(options?: CallOptions): Promise<Cluster[]>

  /**
   * Creates a cluster and returns its id. It takes minutes until the cluster is ready: see
   * {@link Clusters.waitUntilHealthy}.
   *
   * @operation POST /clusters
   * @permission Cluster: create
   * @throws {ApiError} 400 if the name is too long, an id is not one that {@link Clusters.getParameters} returns, or
   * the plan allows no further cluster; 503 while no clusters can be created
   * @example
   * const { channels, clusterPlanTypes, regions } = await administration.clusters.getParameters()
   * const { clusterId } = await administration.clusters.create({
   *   name: 'orders',
   *   planTypeId: clusterPlanTypes[0].uuid,
   *   channelId: channels[0].uuid,
   *   generationId: channels[0].defaultGeneration.uuid,
   *   regionId: regions[0].uuid,
   * })
   * const cluster = await administration.clusters.waitUntilHealthy(clusterId)
   */
  create(body: CreateClusterBody, options?: CallOptions): Promise<CreatedCluster>

  /**
   * Returns the options for a new cluster: plans, channels with their versions of Camunda, regions.
   *
   * @operation GET /clusters/parameters
   * @permission Cluster: get
   */
  getParameters(options?: CallOptions): Promise<ClusterParameters>

  /**
   * Returns one cluster with its state and the addresses of its components.
   *
   * @operation GET /clusters/{clusterUuid}
   * @permission Cluster: get
   * @throws {ApiError} 404 if the organization has no such cluster
   */
  get(clusterId: string, options?: CallOptions): Promise<Cluster>

  /**
   * Changes the name, description, stage or number of hardware packages. Members that are left out stay unchanged.
   *
   * @operation PATCH /clusters/{clusterUuid}
   * @permission Cluster: update
   * @throws {ApiError} 404 if the organization has no such cluster
   */
  update(clusterId: string, body: UpdateClusterBody, options?: CallOptions): Promise<void>

  /**
   * Deletes the cluster with all its data. **This cannot be undone.**
   *
   * @operation DELETE /clusters/{clusterUuid}
   * @permission Cluster: delete
   * @throws {ApiError} 404 if the organization has no such cluster
   */
  delete(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Upgrades the cluster to the newest version of Camunda that is available for it.
   *
   * @operation PUT /clusters/{clusterUuid}/upgrade
   * @permission Cluster: update
   * @throws {ApiError} 400 if there is no newer version; 409 if the upgrade is blocked (the error's detail says why
   * and what to do); 412 while the cluster is not ready for it
   */
  upgrade(clusterId: string, options?: CallOptions): Promise<ClusterUpgrade>

  /**
   * Resumes a suspended cluster. It takes a while until it is ready: see {@link Clusters.waitUntilHealthy}.
   *
   * @operation PUT /clusters/{clusterUuid}/wake
   * @permission Cluster: update
   */
  wake(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Sets or rotates your own AWS KMS keys that encrypt the cluster's data, and returns the cluster. Enterprise, in
   * AWS regions, for clusters that were created with `encryption: 'External'`.
   *
   * @operation PUT /clusters/{clusterUuid}/encryption
   * @permission Cluster: update
   * @throws {ApiError} 400 if a key is not an ARN of the cluster's region, or the second key does not match the
   * number of regions; 403 for another plan or cloud provider; 409 if the cluster does not use external encryption
   */
  updateEncryption(clusterId: string, body: UpdateClusterEncryptionBody, options?: CallOptions): Promise<Cluster>

  /**
   * Creates a new cluster from backups of this one. **This cluster is suspended permanently.** Not every organization
   * has this feature.
   *
   * @operation POST /clusters/{clusterUuid}/failover
   * @permission Cluster
   * @throws {ApiError} 400 if `restoreBackupId` is not one of `backupIds`; 409 if the cluster was failed over already
   * or is not ready for it; 422 if it does not span several regions. The error's detail has the server's text
   */
  failover(clusterId: string, body: FailoverBody, options?: CallOptions): Promise<FailoverResult>

  /**
   * Replaces the whole IP allowlist. It protects the Zeebe addresses (gRPC and REST), not Operate, Tasklist or
   * Optimize.
   *
   * @operation PUT /clusters/{clusterUuid}/ipallowlist
   * @permission IP allowlist: update
   * @example
   * const { ipallowlist = [] } = await administration.clusters.get(clusterId)
   * await administration.clusters.updateIpAllowlist(clusterId, {
   *   ipallowlist: [...ipallowlist, { ip: '203.0.113.0/24', description: 'office' }],
   * })
   */
  updateIpAllowlist(clusterId: string, body: UpdateIpAllowlistBody, options?: CallOptions): Promise<void>

  /**
   * Replaces the whole IP allowlist under its old name.
   *
   * @operation PUT /clusters/{clusterUuid}/ipwhitelist
   * @permission IP allowlist: update
   * @deprecated Camunda announced its removal for June 2025. Use {@link Clusters.updateIpAllowlist}.
   */
  updateIpWhitelist(clusterId: string, body: UpdateIpWhitelistBody, options?: CallOptions): Promise<void>

  /**
   * Waits until `status.ready` of the cluster is `Healthy`, and returns the cluster. It calls {@link Clusters.get}
   * every `intervalMs` (at least 5 s) for at most `timeoutMs` (30 minutes). Temporary errors do not end the wait: 5xx,
   * 429, network errors and timeouts, and for two minutes a 404, since a new cluster is not visible at once. Any other
   * error does, such as 401 and 403.
   *
   * @code ../wait-until-healthy.ts
   * @throws {ClusterNotHealthyError} if the cluster is not healthy in time, with the last error as `cause` if there was
   * one; the signal's reason if `signal` is aborted
   * @example
   * await administration.clusters.wake(clusterId)
   * await administration.clusters.waitUntilHealthy(clusterId, { signal: AbortSignal.timeout(600_000) })
   */
  waitUntilHealthy(clusterId: string, options?: WaitOptions): Promise<Cluster>
}

/** An entry of Camunda's catalog: a plan, region, channel or generation. */
export interface NamedItem {
  /** Display name, for example `Belgium, Europe (europe-west1)`. */
  name: string
  /** The id that requests refer to. */
  uuid: string
}

/** State of a cluster or of one of its components. Camunda has added states before, so handle unknown ones. */
export type ClusterStatus = OpenEnum<
  'Creating' | 'Healthy' | 'Unhealthy' | 'Updating' | 'Resuming' | 'Suspended' | 'WaitingForInput' | 'Maintenance'
>

/** Purpose of a cluster; a label without technical effect. */
export type ClusterStage = OpenEnum<'dev' | 'test' | 'stage' | 'prod'>

/** Owner of the key that encrypts the cluster's data. `External` is your own key in AWS KMS. */
export type ClusterEncryptionType = OpenEnum<'Software' | 'Hardware' | 'Provider' | 'External'>

/** State of the encryption with your own key. */
export type ClusterEncryptionStatus = OpenEnum<
  | 'Ready'
  | 'ProviderError'
  | 'ExternalEncryptionKeyNotReady'
  | 'ExternalEncryptionKeyNotSupplied'
  | 'CreationError'
  | 'EncryptedStorageNotReady'
>

/** One entry of the IP allowlist. */
export interface IpAllowlistEntry {
  /** One CIDR range, or several separated by commas: `203.0.113.0/24, 198.51.100.7/32`. */
  ip: string
  /** Description of the range. */
  description: string
}

/** Addresses of the components that run in a cluster. Components that it does not have are missing. */
export interface ClusterLinks {
  connectors?: string | undefined
  console?: string | undefined
  identity?: string | undefined
  oauth?: string | undefined
  /** Base URL for `@x/operate`. */
  operate?: string | undefined
  optimize?: string | undefined
  tasklist?: string | undefined
  zeebe?: string | undefined
}

/** States of a cluster and its components. */
export interface ClusterHealth {
  /** Overall state: wait for `Healthy` before you use a new cluster. */
  ready: ClusterStatus
  zeebeStatus?: ClusterStatus | undefined
  operateStatus?: ClusterStatus | undefined
  tasklistStatus?: ClusterStatus | undefined
  optimizeStatus?: ClusterStatus | undefined
  connectorsStatus?: ClusterStatus | undefined
}

/** How a cluster's data is encrypted. */
export interface ClusterEncryption {
  type: ClusterEncryptionType
  /** ARN of the AWS KMS key, with type `External`. */
  primaryKeyArn?: string | undefined
  /** ARN of the key in the second region, for clusters in two regions. */
  secondaryKeyArn?: string | undefined
  status?: ClusterEncryptionStatus | undefined
}

/** A Camunda 8 cluster of the organization. */
export interface Cluster {
  /** The cluster id that all other operations require. */
  uuid: string
  name: string
  description?: string | undefined
  /** The organization. */
  ownerId: string
  /** RFC 3339, for example `2026-03-20T11:31:20.206Z`. */
  created: string
  /** Hardware. */
  planType: NamedItem
  /** Data center of the cluster. */
  region: NamedItem
  /** Data center of the backups; only if the plan lets you choose it (Enterprise). */
  backupRegion?: NamedItem | undefined
  /** Version of Camunda. */
  generation: NamedItem
  /** Line of releases the cluster follows, for example `Stable`. */
  channel: NamedItem
  /** Whether Camunda updates the cluster when a new patch is out; ignored outside the stable channel. */
  autoUpdate: boolean
  status: ClusterHealth
  links: ClusterLinks
  labels?: string[] | undefined
  /** Missing on servers from before 2026. */
  encryption?: ClusterEncryption | undefined
  /** Only if the organization has the feature and the client may read it. */
  ipallowlist?: IpAllowlistEntry[] | undefined
  /** @deprecated The old name of {@link Cluster.ipallowlist}. */
  ipwhitelist?: IpAllowlistEntry[] | undefined
}
