import type { CallOptions, DateTime, NotActive, SecretText } from '@x/rest'

/**
 * The external metrics endpoint of a cluster and its clients. Camunda does not document which permission it needs.
 */
export interface ClusterMonitoring {
  /**
   * Activates the metrics endpoint.
   *
   * @operation POST /clusters/{clusterUuid}/monitoring
   * @throws {ConflictError} if it is active
   */
  activate(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Deactivates the metrics endpoint.
   *
   * @operation DELETE /clusters/{clusterUuid}/monitoring
   * @throws {ConflictError} if it is not active
   */
  deactivate(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Returns the clients of the metrics endpoint and its address; `status` is `{}` while the endpoint is not active.
   *
   * @operation GET /clusters/{clusterUuid}/monitoring/clients
   * @example
   * const { status } = await administration.monitoring.listClients(clusterId)
   * if (status.metricsEndpoint) scrape(status.metricsEndpoint)
   */
  listClients(clusterId: string, options?: CallOptions): Promise<Monitoring>

  /**
   * Creates a client of the metrics endpoint and returns its password. **No later call returns the password again**:
   * store it at once, or replace it with {@link ClusterMonitoring.rotatePassword}.
   *
   * @operation POST /clusters/{clusterUuid}/monitoring/clients
   */
  createClient(
    clusterId: string,
    body: CreateMonitoringClientBody,
    options?: CallOptions,
  ): Promise<MonitoringClientWithPassword>

  /**
   * Deletes a client of the metrics endpoint by its `uuid`.
   *
   * @operation DELETE /clusters/{clusterUuid}/monitoring/clients/{clientUuid}
   * @throws {ApiError} 404 if there is no such cluster or client
   */
  deleteClient(clusterId: string, clientId: string, options?: CallOptions): Promise<void>

  /**
   * Replaces the password of a client of the metrics endpoint. **No later call returns the password again**, and the
   * old one stops working.
   *
   * @operation POST /clusters/{clusterUuid}/monitoring/clients/{clientUuid}/rotate
   * @throws {ApiError} 404 if there is no such cluster or client
   */
  rotatePassword(clusterId: string, clientId: string, options?: CallOptions): Promise<MonitoringClientWithPassword>
}

/** A client of a cluster's metrics endpoint (basic authentication). */
export interface MonitoringClient {
  /** The client id that other operations require. */
  uuid: string
  name: string
  username: string
  created: DateTime
  lastUsed: DateTime
  /** Id of the person or API client that created it. */
  createdBy: string
  createdByName: string
}

/**
 * A client of the metrics endpoint with its password, which no later call returns again.
 *
 * @insistsOn password
 */
export interface MonitoringClientWithPassword extends MonitoringClient {
  /** **Shown this once.** Store it now, and keep it out of logs: it is plain text here. */
  password: SecretText
}

/** A new client of the metrics endpoint. */
export interface CreateMonitoringClientBody {
  username: string
}

/** Address of the metrics for a scraper such as Prometheus: the fields of a scrape configuration. */
export interface MonitoringStatus {
  metricsEndpoint: {
    /** Host, with a port if needed. */
    target: string
    scheme: string
    path: string
  }
  conditions: unknown[]
}

/** Clients and state of the metrics endpoint. */
export interface Monitoring {
  clients: MonitoringClient[]
  /** `{}` while monitoring is not active. */
  status: MonitoringStatus | NotActive<MonitoringStatus>
}
