import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { monitoring as routes } from '../routes.ts'
import type { CreateMonitoringClientBody, Monitoring, MonitoringClientWithPassword } from '../types/monitoring.ts'

/** The external metrics endpoint of a cluster, and who may read it. Camunda does not say which permission group it needs. */
export interface ClusterMonitoring {
  /**
   * Switches the metrics endpoint on.
   *
   * `POST /clusters/{clusterUuid}/monitoring`.
   *
   * @throws ConflictError (409) when it is on.
   */
  activate(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Switches the metrics endpoint off.
   *
   * `DELETE /clusters/{clusterUuid}/monitoring`.
   *
   * @throws ConflictError (409) when it is off.
   */
  deactivate(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Clients of the metrics endpoint and its address; `status` is `{}` while the endpoint is off.
   *
   * `GET /clusters/{clusterUuid}/monitoring/clients`.
   *
   * @example
   * const { status } = await administration.monitoring.listClients(clusterId)
   * if (status.metricsEndpoint) scrape(status.metricsEndpoint)
   */
  listClients(clusterId: string, options?: CallOptions): Promise<Monitoring>

  /**
   * Creates a client of the metrics endpoint and gives its password. **No later call gives the password again**: store it
   * at once, or give the client a new one by {@link ClusterMonitoring.rotatePassword}.
   *
   * `POST /clusters/{clusterUuid}/monitoring/clients`.
   */
  createClient(
    clusterId: string,
    body: CreateMonitoringClientBody,
    options?: CallOptions,
  ): Promise<MonitoringClientWithPassword>

  /**
   * Deletes a client of the metrics endpoint, by its `uuid`.
   *
   * `DELETE /clusters/{clusterUuid}/monitoring/clients/{clientUuid}`.
   *
   * @throws ApiError 404 when there is no such cluster or client.
   */
  deleteClient(clusterId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Gives a client of the metrics endpoint a new password. **No later call gives the password again**, and the old one is void.
   *
   * `POST /clusters/{clusterUuid}/monitoring/clients/{clientUuid}/rotate`.
   *
   * @throws ApiError 404 when there is no such cluster or client.
   */
  rotatePassword(clusterId: string, clientId: string, options?: CallOptions): Promise<MonitoringClientWithPassword>
}

/** {@link ClusterMonitoring} over a transport. */
export function monitoringOver(transport: Transport): ClusterMonitoring {
  return createMethods(transport, routes)
}
