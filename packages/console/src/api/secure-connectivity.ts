import type { CallOptions, NotActive } from '@x/rest'

/** The private connection to a cluster. Camunda does not document which permission it needs. */
export interface ClusterSecureConnectivity {
  /**
   * Returns the state of the private connection; `status` is `{}` while it is not active.
   *
   * @operation GET /clusters/{clusterUuid}/secure-connectivity
   * @example
   * const { status } = await administration.secureConnectivity.get(clusterId)
   * if (status.spec) report(status.spec.allowedPrincipals)
   */
  get(clusterId: string, options?: CallOptions): Promise<SecureConnectivityState>

  /**
   * Activates the private connection for the given principals and regions.
   *
   * @operation POST /clusters/{clusterUuid}/secure-connectivity
   * @throws {ConflictError} if it is active
   */
  activate(clusterId: string, body: ActivateSecureConnectivityBody, options?: CallOptions): Promise<void>

  /**
   * Deactivates the private connection.
   *
   * @operation DELETE /clusters/{clusterUuid}/secure-connectivity
   * @throws {ConflictError} if it is not active
   */
  deactivate(clusterId: string, options?: CallOptions): Promise<void>
}

/** Who may use the private connection. */
export interface ActivateSecureConnectivityBody {
  /** Principals of the cloud provider, for example ARNs of AWS accounts. */
  allowedPrincipals: readonly string[]
  /** Regions to connect from. */
  allowedRegions: readonly string[]
}

/** One private connection to the cluster. */
export interface EndpointConnection {
  state: string
  serviceId: string
  owner: string
  endpointId: string
  creationTimestamp: string
}

/** One condition of the private connection, as in Kubernetes. */
export interface SecureConnectivityCondition {
  type: string
  status: string
  reason: string
  message: string
  lastTransitionTime: string
  observedGeneration: number
}

/** A cluster's private connection: the requested configuration and the current state. */
export interface SecureConnectivity {
  metadata: {
    name: string
    namespace: string
    labels: { orgId: string }
  }
  spec: {
    allowedPrincipals: string[]
    allowedRegions: string[]
    cluster: { id: string }
  }
  status: {
    /** Private addresses; Camunda does not document their format. */
    urls: unknown
    observedGeneration: number
    endpointConnectionCount: number
    endpoint: {
      privateDnsName: string
      type: string
      serviceName: string
      region: string
    }
    endpointConnections?: EndpointConnection[] | undefined
    conditions: SecureConnectivityCondition[]
  }
}

/** State of the private connection. */
export interface SecureConnectivityState {
  /** `{}` while secure connectivity is not active. */
  status: SecureConnectivity | NotActive<SecureConnectivity>
}
