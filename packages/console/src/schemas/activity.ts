import { array, number, object, openEnum, optional, schema, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { activity as routes } from '../routes.ts'
import type { ActivityEvent } from '../types/activity.ts'
import type { Schemas } from './schemas.ts'

// A number of undeclared unit: one that is long enough to be read as 64-bit digits is a number all the same.
const timestamp: GenericSchema<unknown, number> = schema({ type: 'number', expects: 'number' }, (value, { run }) =>
  run(number(), typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
)

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
