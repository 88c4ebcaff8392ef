import { createOperateTransport } from './operate-transport.ts'
import { type Incidents, incidentsOver } from './resources/incidents.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type { Incident, IncidentFilter, IncidentSortField, IncidentState, IncidentType } from './types/incident.ts'
export type { Incidents, OperateResourceOptions }

/**
 * Makes a client of incidents alone, for bundles that need no more. It brings no schemas: answers come as the server
 * sent them, 64-bit keys exact as ever, and search queries are checked all the same.
 *
 * @throws `RestError` with code `config_invalid` when an option is missing or malformed
 * @example
 * import { createIncidents } from '@x/operate/incidents'
 *
 * const incidents = createIncidents({ auth, baseUrl })
 * const { items } = await incidents.search({ size: 50 })
 */
export function createIncidents(options: OperateResourceOptions): Incidents {
  return incidentsOver(createOperateTransport(options))
}
