import type { NotActive } from './not-active.ts'

/** A client of a cluster's metrics endpoint (basic authentication). */
export interface MonitoringClient {
  /** The client id that other operations take. */
  uuid: string
  name: string
  username: string
  /** RFC 3339. */
  created: string
  /** RFC 3339. */
  lastUsed: string
  /** Id of the person or API client who made it. */
  createdBy: string
  createdByName: string
}

/** A client of the metrics endpoint with its password, which no later call gives again. */
export interface MonitoringClientWithPassword extends MonitoringClient {
  /** **Shown this once.** Store it now, and keep it out of logs: it is plain text here. */
  password: string
}

/** A new client of the metrics endpoint. */
export interface CreateMonitoringClientBody {
  username: string
}

/** Where a Prometheus-like scraper finds the metrics: fields of a scrape configuration. */
export interface MonitoringStatus {
  metricsEndpoint: {
    /** Host, with port where needed. */
    target: string
    scheme: string
    path: string
  }
  conditions: unknown[]
}

/** Clients and state of the metrics endpoint. */
export interface Monitoring {
  clients: MonitoringClient[]
  /** `{}` while monitoring is not activated. */
  status: MonitoringStatus | NotActive<MonitoringStatus>
}
