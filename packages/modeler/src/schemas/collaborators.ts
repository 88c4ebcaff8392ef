import { nullish, oneOf, openEnum, optional, string } from '@x/rest/validation'
import type { collaborators as routes } from '../routes.ts'
import type {
  Collaborator,
  CollaboratorFilter,
  CollaboratorRole,
  CollaboratorSortField,
  SetCollaboratorBody,
} from '../types/collaborator.ts'
import { answer, id, name, page, request, type Schemas, search, text } from './schema.ts'

const roles: readonly CollaboratorRole[] = ['project_admin', 'editor', 'commenter', 'viewer']

/** What goes in and out, by operation. */
export const collaborators: Schemas<typeof routes> = {
  set: {
    body: request<SetCollaboratorBody>({
      email: name,
      projectId: id,
      role: oneOf(roles),
    }),
  },
  search: {
    body: search<CollaboratorFilter, CollaboratorSortField>(
      {
        name: optional(text),
        email: optional(text),
        projectId: optional(text),
        role: optional(oneOf(roles)),
      },
      ['name', 'email', 'projectId'],
    ),
    response: page(
      answer<Collaborator>({ name: nullish(string()), email: string(), projectId: string(), role: openEnum(roles) }),
    ),
  },
}
