import type { NotActive } from './not-active.ts'

/** Who may connect privately. */
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

/** One condition of the private connection, in the manner of Kubernetes. */
export interface SecureConnectivityCondition {
  type: string
  status: string
  reason: string
  message: string
  lastTransitionTime: string
  observedGeneration: number
}

/** A cluster's private connection: what was asked for and what there is. */
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
    /** Private addresses; Camunda declares no shape for them. */
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
  /** `{}` while secure connectivity is not activated. */
  status: SecureConnectivity | NotActive<SecureConnectivity>
}
