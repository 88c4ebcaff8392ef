import type { Operation } from '@x/rest'
import { object, openEnum } from '@x/rest/validation'
import { array, digits, type GenericSchema, number, optional, pipe, string, transform, union } from 'valibot'
import { activity as routes } from '../routes.ts'
import type { ActivityEvent } from '../types/activity.ts'

// A number of undeclared unit: one that is long enough to be read as 64-bit digits is a number all the same.
const timestamp: GenericSchema<unknown, number> = pipe(union([number(), pipe(string(), digits())]), transform(Number))

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

export const activityOperations: readonly Operation[] = [
  { ...routes.list, summary: 'The audit log of the organization', response: array(event) },
  { ...routes.getCsv, summary: 'The audit log of the organization as CSV', response: string() },
]
