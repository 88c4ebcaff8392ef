import type { IncidentFilter, IncidentSortField, Incident as NewerIncident } from '@x/orchestration'
import type { Partly } from '../served.ts'
import { createQueries, type Queries } from './queries.ts'
import type { ClusterApi } from './read.ts'

/**
 * A problem that stops a process instance. Operate v1 does not return the element: find it in `elementInstances` by
 * `incidentKey`.
 */
export type Incident = Partly<
  NewerIncident,
  'processDefinitionId' | 'elementId' | 'elementInstanceKey' | 'rootProcessInstanceKey'
>

/** Incidents, open and resolved. */
export interface Incidents extends Queries<NewerIncident['incidentKey'], IncidentFilter, IncidentSortField, Incident> {}

export const createIncidents = (api: ClusterApi): Incidents => createQueries(api, 'incidents')
