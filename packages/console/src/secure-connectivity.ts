import { type ClusterSecureConnectivity, secureConnectivityOver } from './resources/secure-connectivity.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { ClusterSecureConnectivity } from './resources/secure-connectivity.ts'
export type { NotActive } from './types/not-active.ts'
export type { ConsoleResourceOptions } from './types/options.ts'
export type {
  ActivateSecureConnectivityBody,
  EndpointConnection,
  SecureConnectivity,
  SecureConnectivityCondition,
  SecureConnectivityState,
} from './types/secure-connectivity.ts'

/**
 * Makes a client of private connections alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createSecureConnectivity } from '@x/console/secure-connectivity'
 *
 * const secureConnectivity = createSecureConnectivity({ auth, baseUrl: organization.consoleUrl })
 * const { status } = await secureConnectivity.get(clusterId)
 * ```
 */
export function createSecureConnectivity(options: ConsoleResourceOptions): ClusterSecureConnectivity {
  return secureConnectivityOver(createConsoleTransport(options))
}
