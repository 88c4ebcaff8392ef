import type { Operation } from '@x/rest'
import { collaborators as routes } from '../routes.ts'
import { collaborators as schemas } from '../schemas/collaborators.ts'
import { id, text } from '../schemas/schema.ts'
import { DELETE, READ } from './permissions.ts'

export const collaborators: readonly Operation[] = [
  { ...routes.set, ...schemas.set, summary: 'Add a person to a project, or change the role of one who is there' },
  {
    ...routes.delete,
    summary: 'Take a person out of a project',
    permission: DELETE,
    params: { projectId: id, email: text },
  },
  { ...routes.search, ...schemas.search, summary: 'A page of the collaborators that match', permission: READ },
]
