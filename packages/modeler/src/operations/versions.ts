import type { Operation } from '@x/rest'
import { versions as routes } from '../routes.ts'
import { id } from '../schemas/schema.ts'
import { versions as schemas } from '../schemas/versions.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'

const params = { versionId: id }

const rows: readonly Operation[] = [
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Keep the present content of a file as a version',
    permission: CREATE,
  },
  { ...routes.get, ...schemas.get, summary: 'A version with the content it keeps', permission: READ, params },
  {
    ...routes.update,
    ...schemas.update,
    summary: 'Change the name, the description or who sees a version',
    permission: UPDATE,
    params,
  },
  { ...routes.delete, summary: 'Delete a version, for good; the file stays', permission: DELETE, params },
  { ...routes.restore, ...schemas.restore, summary: 'Bring the file back to a version', params },
  { ...routes.search, ...schemas.search, summary: 'A page of the versions that match', permission: READ },
  {
    ...routes.compare,
    ...schemas.compare,
    summary: 'A link to a page that shows the differences between two versions',
    permission: READ,
    params: { version1Id: id, version2Id: id },
  },
]

export const versions: readonly Operation[] = rows.map((row) => ({ ...row, since: '8.9' }))
