import type { Operation } from '@x/rest'
import { files as routes } from '../routes.ts'
import { files as schemas } from '../schemas/files.ts'
import { id } from '../schemas/schema.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'

const params = { fileId: id }

export const files: readonly Operation[] = [
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Make a file in a folder or at the root of a project',
    permission: CREATE,
  },
  { ...routes.get, ...schemas.get, summary: 'A file with its content', permission: READ, params },
  {
    ...routes.update,
    ...schemas.update,
    summary: 'Change the name, the content or the place of a file; 409 when the revision is not the newest',
    permission: UPDATE,
    params,
  },
  {
    ...routes.delete,
    summary: 'Delete a file with its milestones, versions, comments and shares, for good',
    permission: DELETE,
    params,
  },
  {
    ...routes.search,
    ...schemas.search,
    summary: 'A page of the files that match, without their content',
    permission: READ,
  },
]
