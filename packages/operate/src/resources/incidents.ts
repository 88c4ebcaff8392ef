import { type CallOptions, createMethods } from '@x/rest'
import { incidentStates, incidentTypes } from '../enumerations.ts'
import type { KeyInput } from '../key.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { incidentRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type { Incident, IncidentFilter, IncidentSortField } from '../types/incident.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'

type Query = SearchQuery<IncidentFilter, IncidentSortField>

/** Problems that hold up process instances. */
export interface Incidents {
  /**
   * Gives one page of incidents.
   *
   * `POST /v1/incidents/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/incidents/search`. Permission with authorizations on: PROCESS_DEFINITION
   * READ_PROCESS_INSTANCE on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<Incident>>

  /**
   * Gives all incidents that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * for await (const incident of operate.incidents.searchAll({ filter: { state: 'ACTIVE' } })) {
   *   console.log(incident.type, incident.message)
   * }
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<Incident, void, undefined>

  /**
   * Gives one incident.
   *
   * `GET /v1/incidents/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/incidents/{incidentKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(key: KeyInput, options?: CallOptions): Promise<Incident>
}

export const incidentFields: SearchFields<IncidentFilter> = {
  filter: {
    key: 'key',
    processDefinitionKey: 'key',
    processInstanceKey: 'key',
    type: incidentTypes,
    message: 'text',
    creationTime: 'date',
    state: incidentStates,
    jobKey: 'key',
    tenantId: 'text',
  },
  unsorted: ['message'],
}

export function incidentsOver(transport: OperateTransport): Incidents {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, incidentFields),
  }
}
