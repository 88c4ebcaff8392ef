import {
  type ClusterSecureConnectivity,
  createSecureConnectivity as createOn,
} from './resources/secure-connectivity.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { ClusterSecureConnectivity } from './resources/secure-connectivity.ts'
export type { ResourceOptions } from './transport.ts'
export type { NotActive } from './types/not-active.ts'
export type {
  ActivateSecureConnectivityBody,
  EndpointConnection,
  SecureConnectivity,
  SecureConnectivityCondition,
  SecureConnectivityState,
} from './types/secure-connectivity.ts'

/** Only {@link ClusterSecureConnectivity}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createSecureConnectivity(options: ResourceOptions): ClusterSecureConnectivity {
  return createOn(createConsoleTransport(options))
}
