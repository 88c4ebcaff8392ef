import type { Operation } from '@x/rest'
import { openEnum } from '@x/rest/validation'
import { exactOptional, nullish, picklist, string } from 'valibot'
import { collaborators as routes } from '../routes.ts'
import type {
  Collaborator,
  CollaboratorFilter,
  CollaboratorRole,
  CollaboratorSortField,
  SetCollaboratorBody,
} from '../types/collaborator.ts'
import { DELETE, READ } from './permissions.ts'
import { answer, id, name, page, request, search, text } from './schema.ts'

const roles: readonly CollaboratorRole[] = ['project_admin', 'editor', 'commenter', 'viewer']

export const collaborators: readonly Operation[] = [
  {
    ...routes.set,
    summary: 'Add a person to a project, or change the role of one who is there',
    body: request<SetCollaboratorBody>({
      email: name,
      projectId: id,
      role: picklist(roles, `is not one of ${roles.join(', ')}`),
    }),
  },
  {
    ...routes.delete,
    summary: 'Take a person out of a project',
    permission: DELETE,
    params: { projectId: id, email: text },
  },
  {
    ...routes.search,
    summary: 'A page of the collaborators that match',
    permission: READ,
    body: search<CollaboratorFilter, CollaboratorSortField>(
      {
        name: exactOptional(text),
        email: exactOptional(text),
        projectId: exactOptional(text),
        role: exactOptional(openEnum(roles)),
      },
      ['name', 'email', 'projectId'],
    ),
    response: page(
      answer<Collaborator>({ name: nullish(string()), email: string(), projectId: string(), role: openEnum(roles) }),
    ),
  },
]
