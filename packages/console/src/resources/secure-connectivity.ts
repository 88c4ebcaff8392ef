import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { secureConnectivity as routes } from '../routes.ts'
import type { ActivateSecureConnectivityBody, SecureConnectivityState } from '../types/secure-connectivity.ts'

/** The private connection to a cluster. Camunda does not say which permission group it needs. */
export interface ClusterSecureConnectivity {
  /**
   * The state of the private connection; `status` is `{}` while it is off.
   *
   * `GET /clusters/{clusterUuid}/secure-connectivity`.
   *
   * @example
   * const { status } = await administration.secureConnectivity.get(clusterId)
   * if (status.spec) report(status.spec.allowedPrincipals)
   */
  get(clusterId: string, options?: CallOptions): Promise<SecureConnectivityState>

  /**
   * Switches the private connection on, for the principals and regions given.
   *
   * `POST /clusters/{clusterUuid}/secure-connectivity`.
   *
   * @throws ConflictError (409) when it is on.
   */
  activate(clusterId: string, body: ActivateSecureConnectivityBody, options?: CallOptions): Promise<void>

  /**
   * Switches the private connection off.
   *
   * `DELETE /clusters/{clusterUuid}/secure-connectivity`.
   *
   * @throws ConflictError (409) when it is off.
   */
  deactivate(clusterId: string, options?: CallOptions): Promise<void>
}

/** {@link ClusterSecureConnectivity} over a transport. */
export function secureConnectivityOver(transport: Transport): ClusterSecureConnectivity {
  return createMethods(transport, routes)
}
