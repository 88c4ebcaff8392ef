import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { clusters as routes } from '../routes.ts'
import type { Cluster } from '../types/cluster.ts'
import type { ClusterParameters } from '../types/cluster-parameters.ts'
import type {
  ClusterUpgrade,
  CreateClusterBody,
  CreatedCluster,
  FailoverBody,
  FailoverResult,
  UpdateClusterBody,
  UpdateClusterEncryptionBody,
  UpdateIpAllowlistBody,
  UpdateIpWhitelistBody,
} from '../types/cluster-requests.ts'
import { type WaitOptions, waitUntilHealthy } from '../wait-until-healthy.ts'

/** The clusters of an organization. Permission group: Cluster, unless a method says otherwise. */
export interface Clusters {
  /**
   * All clusters of the organization, in one answer.
   *
   * `GET /clusters`, permission Cluster: get.
   *
   * @example
   * const unwell = (await administration.clusters.list()).filter((cluster) => cluster.status.ready !== 'Healthy')
   */
  list(options?: CallOptions): Promise<Cluster[]>

  /**
   * Orders a new cluster and gives its id. It takes minutes until the cluster works: see {@link Clusters.waitUntilHealthy}.
   *
   * `POST /clusters`, permission Cluster: create.
   *
   * @throws ApiError 400 when the name is too long, an id is not one that {@link Clusters.getParameters} offers, or the
   * plan has no cluster left; 503 while no clusters can be created.
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
   * What a new cluster can be made of: plans, channels with their versions of Camunda, regions.
   *
   * `GET /clusters/parameters`, permission Cluster: get.
   */
  getParameters(options?: CallOptions): Promise<ClusterParameters>

  /**
   * One cluster with its state and the addresses of its components.
   *
   * `GET /clusters/{clusterUuid}`, permission Cluster: get.
   *
   * @throws ApiError 404 when the organization has no such cluster.
   */
  get(clusterId: string, options?: CallOptions): Promise<Cluster>

  /**
   * Changes name, description, stage or number of hardware packages; what is left out stays.
   *
   * `PATCH /clusters/{clusterUuid}`, permission Cluster: update.
   *
   * @throws ApiError 404 when the organization has no such cluster.
   */
  update(clusterId: string, body: UpdateClusterBody, options?: CallOptions): Promise<void>

  /**
   * Deletes the cluster with all its data. **There is no way back.**
   *
   * `DELETE /clusters/{clusterUuid}`, permission Cluster: delete.
   *
   * @throws ApiError 404 when the organization has no such cluster.
   */
  delete(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Upgrades the cluster to the newest version of Camunda that it may have.
   *
   * `PUT /clusters/{clusterUuid}/upgrade`, permission Cluster: update.
   *
   * @throws ApiError 400 when there is nothing newer; 409 when the upgrade is held back (the error's detail says why and
   * what to do); 412 while the cluster is not ready for it.
   */
  upgrade(clusterId: string, options?: CallOptions): Promise<ClusterUpgrade>

  /**
   * Resumes a suspended cluster. It takes a while until it works: see {@link Clusters.waitUntilHealthy}.
   *
   * `PUT /clusters/{clusterUuid}/wake`, permission Cluster: update.
   */
  wake(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Sets or rotates the AWS KMS keys of your own that encrypt the cluster's data, and gives the cluster.
   *
   * `PUT /clusters/{clusterUuid}/encryption`, permission Cluster: update. Enterprise, in AWS regions, for clusters that
   * were created with `encryption: 'External'`.
   *
   * @throws ApiError 400 when a key is not an ARN of the cluster's region, or the second key does not fit the number of
   * regions; 403 for another plan or cloud provider; 409 when the cluster does not use external encryption.
   */
  updateEncryption(clusterId: string, body: UpdateClusterEncryptionBody, options?: CallOptions): Promise<Cluster>

  /**
   * Makes a new cluster from backups of this one. **This cluster is suspended for good.**
   *
   * `POST /clusters/{clusterUuid}/failover`, permission group Cluster. Not every organization has it.
   *
   * @throws ApiError 400 when `restoreBackupId` is not one of `backupIds`; 409 when the cluster was failed over already or
   * is not ready for it; 422 when it does not span several regions. The server's text is in the error's detail.
   */
  failover(clusterId: string, body: FailoverBody, options?: CallOptions): Promise<FailoverResult>

  /**
   * Replaces the whole IP allowlist. It guards the Zeebe addresses (gRPC and REST), not Operate, Tasklist or Optimize.
   *
   * `PUT /clusters/{clusterUuid}/ipallowlist`, permission IP allowlist: update.
   *
   * @example
   * const { ipallowlist = [] } = await administration.clusters.get(clusterId)
   * await administration.clusters.updateIpAllowlist(clusterId, {
   *   ipallowlist: [...ipallowlist, { ip: '203.0.113.0/24', description: 'office' }],
   * })
   */
  updateIpAllowlist(clusterId: string, body: UpdateIpAllowlistBody, options?: CallOptions): Promise<void>

  /**
   * Replaces the whole IP allowlist by its old name.
   *
   * `PUT /clusters/{clusterUuid}/ipwhitelist`, permission IP allowlist: update.
   *
   * @deprecated Camunda announced its removal for June 2025. Use {@link Clusters.updateIpAllowlist}.
   */
  updateIpWhitelist(clusterId: string, body: UpdateIpWhitelistBody, options?: CallOptions): Promise<void>

  /**
   * Returns the cluster as soon as its `status.ready` is `Healthy`. Calls {@link Clusters.get} every `intervalMs` (at least
   * 5 s) for at most `timeoutMs` (30 minutes). Errors that may pass do not end the wait: 5xx, 429, network errors and
   * timeouts, and for two minutes a 404, since a new cluster is not known at once. Any other error does, such as 401 and 403.
   *
   * @throws ClusterNotHealthyError if the cluster is not healthy in time, with the last error as `cause` if there was one;
   * the signal's reason when `signal` is aborted.
   * @example
   * await administration.clusters.wake(clusterId)
   * await administration.clusters.waitUntilHealthy(clusterId, { signal: AbortSignal.timeout(600_000) })
   */
  waitUntilHealthy(clusterId: string, options?: WaitOptions): Promise<Cluster>
}

/** {@link Clusters} over a transport. */
export function clustersOver(transport: Transport): Clusters {
  const methods = createMethods(transport, routes)
  return {
    ...methods,
    waitUntilHealthy: (clusterId, options) => waitUntilHealthy(methods.get, clusterId, options),
  }
}
