import type { Operation } from '@x/rest'
import { milestones as routes } from '../routes.ts'
import { milestones as schemas } from '../schemas/milestones.ts'
import { id } from '../schemas/schema.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'

const params = { milestoneId: id }

const rows: readonly Operation[] = [
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Keep the present content of a file under a name',
    permission: CREATE,
  },
  { ...routes.get, ...schemas.get, summary: 'A milestone with the content it keeps', permission: READ, params },
  { ...routes.update, ...schemas.update, summary: 'Rename a milestone', permission: UPDATE, params },
  { ...routes.delete, summary: 'Delete a milestone, for good; the file stays', permission: DELETE, params },
  { ...routes.restore, ...schemas.restore, summary: 'Bring the file back to what it was at a milestone', params },
  { ...routes.search, ...schemas.search, summary: 'A page of the milestones that match', permission: READ },
  {
    ...routes.compare,
    ...schemas.compare,
    summary: 'A link to a page that shows the differences between two milestones',
    permission: READ,
    params: { milestone1Id: id, milestone2Id: id },
  },
]

export const milestones: readonly Operation[] = rows.map((row) => ({
  ...row,
  deprecated: 'Since Camunda 8.7. From 8.9 on use versions.',
}))
