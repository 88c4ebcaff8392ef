import { type ClusterMonitoring, createMonitoring as createOn } from './resources/monitoring.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { ClusterMonitoring } from './resources/monitoring.ts'
export type { ResourceOptions } from './transport.ts'
export type {
  CreateMonitoringClientBody,
  Monitoring,
  MonitoringClient,
  MonitoringClientWithPassword,
  MonitoringStatus,
} from './types/monitoring.ts'
export type { NotActive } from './types/not-active.ts'

/** Only {@link ClusterMonitoring}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createMonitoring(options: ResourceOptions): ClusterMonitoring {
  return createOn(createConsoleTransport(options))
}
