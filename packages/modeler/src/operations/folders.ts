import type { Operation } from '@x/rest'
import { folders as routes } from '../routes.ts'
import { folders as schemas } from '../schemas/folders.ts'
import { id } from '../schemas/schema.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'

const params = { folderId: id }

export const folders: readonly Operation[] = [
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Make a folder in a folder or at the root of a project',
    permission: CREATE,
  },
  { ...routes.get, ...schemas.get, summary: 'A folder with what lies directly in it', permission: READ, params },
  { ...routes.update, ...schemas.update, summary: 'Rename a folder, move it, or both', permission: UPDATE, params },
  { ...routes.delete, summary: 'Delete a folder without files, for good', permission: DELETE, params },
]
