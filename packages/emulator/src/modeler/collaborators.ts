import { Problem } from '../problem.ts'
import { empty } from '../responses.ts'
import { name, oneOf, required } from './body.ts'
import { type Project, ROLES, type Role } from './entities.ts'
import { searchRoute } from './entity-routes.ts'
import { notFound } from './problem.ts'
import type { ModelerRoute } from './route.ts'
import type { SearchFields } from './search.ts'
import { find, type Workspace } from './workspace.ts'

interface SetBody {
  readonly email: string
  readonly projectId: string
  readonly role: Role
}

const fields: SearchFields = { name: 'text', email: 'text', projectId: 'text', role: 'text' }

/**
 * People with access to a project. They must be in the organization, and have logged in to Web Modeler at least once.
 */
export function collaboratorRoutes(workspace: Workspace): ModelerRoute[] {
  const { projects, members } = workspace

  /** Members who have left the organization are no longer collaborators. */
  const collaboratorsOf = ({ id: projectId, collaborators }: Project): Record<string, string>[] =>
    [...collaborators].flatMap(([email, role]) => {
      const member = members.get(email)
      return member ? [{ name: member.name, email, projectId, role }] : []
    })

  return [
    {
      method: 'PUT',
      path: '/collaborators',
      body: { email: name, projectId: name, role: required(oneOf(...ROLES)) },
      handle: ({ body, caller }) => {
        const { email, projectId, role } = body as SetBody
        const known = projects.get(projectId)?.collaborators.has(email)
        if (!caller.permissions.has(known ? 'WebModeler:update' : 'WebModeler:create')) {
          throw new Problem(403, 'Operation not allowed.')
        }
        const project = find(projects, 'Project', projectId)
        if (members.get(email)?.invitePending !== false) throw notFound('User', email)
        project.collaborators.set(email, role)
        return empty()
      },
    },
    searchRoute('/collaborators', () => [...projects.values()].flatMap(collaboratorsOf), fields, ['role']),
    {
      method: 'DELETE',
      path: '/projects/{projectId}/collaborators/{email}',
      permission: 'WebModeler:delete',
      handle: ({ param }) => {
        const email = param('email')
        if (!find(projects, 'Project', param('projectId')).collaborators.delete(email)) {
          throw notFound('Collaborator', email)
        }
        return empty()
      },
    },
  ]
}
