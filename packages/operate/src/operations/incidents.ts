import type { Operation } from '@x/rest'
import { key, object, openEnum } from '@x/rest/validation'
import { type GenericSchema, string } from 'valibot'
import { incidentFields as fields } from '../resources/incidents.ts'
import { incidentRoutes as routes } from '../routes.ts'
import type { Incident } from '../types/incident.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

const state = openEnum(['ACTIVE', 'MIGRATED', 'RESOLVED', 'PENDING'])
const type = openEnum([
  'UNSPECIFIED',
  'UNKNOWN',
  'IO_MAPPING_ERROR',
  'JOB_NO_RETRIES',
  'EXECUTION_LISTENER_NO_RETRIES',
  'CONDITION_ERROR',
  'EXTRACT_VALUE_ERROR',
  'CALLED_ELEMENT_ERROR',
  'UNHANDLED_ERROR_EVENT',
  'MESSAGE_SIZE_EXCEEDED',
  'CALLED_DECISION_ERROR',
  'DECISION_EVALUATION_ERROR',
  'FORM_NOT_FOUND',
])

const incident: GenericSchema<unknown, Incident> = object({
  key: key(),
  processDefinitionKey: maybe(key()),
  processInstanceKey: key(),
  type,
  message: maybe(string()),
  creationTime: string(),
  state,
  jobKey: maybe(key()),
  tenantId: maybe(string()),
})

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const incidentOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of incidents',
    permission,
    body: searchQuery(fields, { state, type }),
    response: page(incident),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One incident',
    permission,
    params: { key: key() },
    response: incident,
  },
]
