import { type ClusterMonitoring, monitoringOver } from './resources/monitoring.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { ClusterMonitoring } from './resources/monitoring.ts'
export type {
  CreateMonitoringClientBody,
  Monitoring,
  MonitoringClient,
  MonitoringClientWithPassword,
  MonitoringStatus,
} from './types/monitoring.ts'
export type { NotActive } from './types/not-active.ts'
export type { ConsoleResourceOptions } from './types/options.ts'

/**
 * Makes a client of monitoring alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createMonitoring } from '@x/console/monitoring'
 *
 * const monitoring = createMonitoring({ auth, baseUrl: organization.consoleUrl })
 * await monitoring.activate(clusterId)
 * ```
 */
export function createMonitoring(options: ConsoleResourceOptions): ClusterMonitoring {
  return monitoringOver(createConsoleTransport(options))
}
