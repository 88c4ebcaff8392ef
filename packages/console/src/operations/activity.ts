import type { Operation } from '@x/rest'
import { activity as routes } from '../routes.ts'
import { activitySchemas as schemas } from '../schemas/activity.ts'

export const activityOperations: readonly Operation[] = [
  { ...routes.list, ...schemas.list, summary: 'The audit log of the organization' },
  { ...routes.getCsv, ...schemas.getCsv, summary: 'The audit log of the organization as CSV' },
]
