import { object, openEnum } from '@x/rest/validation'
import { array, type GenericSchema, number, optional, pipe, regex, string, transform, union } from 'valibot'
import type { activity as routes } from '../routes.ts'
import type { ActivityEvent } from '../types/activity.ts'
import type { Schemas } from './schemas.ts'

// A number of undeclared unit: one that is long enough to be read as 64-bit digits is a number all the same.
const timestamp: GenericSchema<unknown, number> = union([number(), pipe(string(), regex(/^\d+$/), transform(Number))])

const event: GenericSchema<unknown, ActivityEvent> = object({
  service: string(),
  orgId: string(),
  audit: string(),
  auditType: openEnum(['c', 'r', 'u', 'd']),
  entity: string(),
  entityId: string(),
  entityAttribute: optional(string()),
  entityAttributeValueFrom: optional(string()),
  entityAttributeValueTo: optional(string()),
  parentEntity: optional(string()),
  parentEntityId: optional(string()),
  userId: string(),
  timestamp: optional(timestamp),
})

export const activitySchemas: Schemas<typeof routes> = {
  list: { response: array(event) },
  getCsv: { response: string() },
}
