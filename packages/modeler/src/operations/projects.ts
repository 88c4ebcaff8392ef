import type { Operation } from '@x/rest'
import { projects as routes } from '../routes.ts'
import { projects as schemas } from '../schemas/projects.ts'
import { id } from '../schemas/schema.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'

const params = { projectId: id }

export const projects: readonly Operation[] = [
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Make a project; nobody sees it until it has a collaborator',
    permission: CREATE,
  },
  { ...routes.get, ...schemas.get, summary: 'A project with what lies directly in it', permission: READ, params },
  { ...routes.update, ...schemas.update, summary: 'Rename a project', permission: UPDATE, params },
  { ...routes.delete, summary: 'Delete a project without files, for good', permission: DELETE, params },
  { ...routes.search, ...schemas.search, summary: 'A page of the projects that match', permission: READ },
]
