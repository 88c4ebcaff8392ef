import { key, object, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { incidentStates, incidentTypes } from '../enumerations.ts'
import { incidentRoutes as routes } from '../routes.ts'
import type { Incident } from '../types/incident.ts'
import { type Answers, maybe, page } from './answers.ts'

const incident: GenericSchema<unknown, Incident> = object({
  key: key(),
  processDefinitionKey: maybe(key()),
  processInstanceKey: key(),
  type: openEnum(incidentTypes),
  message: maybe(string()),
  creationTime: string(),
  state: openEnum(incidentStates),
  jobKey: maybe(key()),
  tenantId: maybe(string()),
})

export const incidentAnswers: Answers<'search' | 'get'> = {
  search: { ...routes.search, response: page(incident) },
  get: { ...routes.get, response: incident },
}
