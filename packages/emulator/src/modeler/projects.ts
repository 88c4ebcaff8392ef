import { json } from '../responses.ts'
import { name } from './body.ts'
import type { Project } from './entities.ts'
import { deleteRoute, getRoute, searchRoute } from './entity-routes.ts'
import { fileMetadata, folderMetadata, processApplicationMetadata, projectFields, projectMetadata } from './metadata.ts'
import type { ModelerCall, ModelerRoute } from './route.ts'
import { locate } from './tree.ts'
import { addProject, find, removeContainer, rename, type Workspace } from './workspace.ts'

const PATH = '/projects/{projectId}'

export function projectRoutes(workspace: Workspace): ModelerRoute[] {
  const { projects } = workspace
  const open = ({ param }: ModelerCall): Project => find(projects, 'Project', param('projectId'))
  return [
    {
      method: 'POST',
      path: '/projects',
      permission: 'WebModeler:create',
      body: { name },
      handle: ({ body, stamp }) =>
        json(200, projectMetadata(addProject(workspace, (body as { name: string }).name, stamp))),
    },
    searchRoute('/projects', () => [...projects.values()].map(projectMetadata), projectFields),
    getRoute(PATH, open, (project) => [projectMetadata(project), contentOf(workspace, project)]),
    {
      method: 'PATCH',
      path: PATH,
      permission: 'WebModeler:update',
      body: { name },
      handle: (call) => {
        const project = open(call)
        rename(project, (call.body as { name: string }).name, call.stamp)
        return json(200, projectMetadata(project))
      },
    },
    deleteRoute(PATH, open, (project) => removeContainer(workspace, project)),
  ]
}

/**
 * The entire content of a project at all levels, as in the documentation's examples. Folders list only their own level.
 */
function contentOf(workspace: Workspace, project: Project): unknown {
  const { folders, files, processApplications, minor } = workspace
  return {
    folders: [...folders.values()].filter(({ parent }) => locate(parent).project === project).map(folderMetadata),
    files: [...files.values()].filter(({ parent }) => locate(parent).project === project).map(fileMetadata),
    ...(minor >= 10 && {
      processApplications: [...processApplications.values()]
        .filter(({ parent }) => parent === project)
        .map(processApplicationMetadata),
    }),
  }
}
