import { key, object, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { incidentRoutes as routes } from '../routes.ts'
import type { Incident, IncidentState, IncidentType } from '../types/incident.ts'
import { type Answers, maybe, page } from './answers.ts'

export const state: GenericSchema<unknown, IncidentState> = openEnum(['ACTIVE', 'MIGRATED', 'RESOLVED', 'PENDING'])
export const type: GenericSchema<unknown, IncidentType> = openEnum([
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

export const incidentAnswers: Answers<'search' | 'get'> = {
  search: { ...routes.search, response: page(incident) },
  get: { ...routes.get, response: incident },
}
