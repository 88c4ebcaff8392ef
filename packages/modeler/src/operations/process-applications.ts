import type { Operation } from '@x/rest'
import { processApplications as routes } from '../routes.ts'
import { processApplications as schemas } from '../schemas/process-applications.ts'
import { id } from '../schemas/schema.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'

const params = { processApplicationId: id }

const rows: readonly Operation[] = [
  { ...routes.create, ...schemas.create, summary: 'Make a process application in a project', permission: CREATE },
  {
    ...routes.get,
    ...schemas.get,
    summary: 'A process application with what lies directly in it',
    permission: READ,
    params,
  },
  { ...routes.update, ...schemas.update, summary: 'Rename a process application', permission: UPDATE, params },
  { ...routes.delete, summary: 'Delete a process application, for good', permission: DELETE, params },
]

export const processApplications: readonly Operation[] = rows.map((row) => ({ ...row, since: '8.10' }))
