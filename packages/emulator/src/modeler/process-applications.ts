import { json } from '../responses.ts'
import { name, optional } from './body.ts'
import type { ProcessApplication } from './entities.ts'
import { deleteRoute, getRoute } from './entity-routes.ts'
import { contentsOf, processApplicationMetadata } from './metadata.ts'
import type { ModelerCall, ModelerRoute } from './route.ts'
import { addProcessApplication, find, removeContainer, rename, type Workspace } from './workspace.ts'

const PATH = '/process-applications/{processApplicationId}'

interface CreateBody {
  readonly name: string
  readonly projectId: string
}

/** Process applications. Other operations do not accept their ids as ids of folders. */
export function processApplicationRoutes(workspace: Workspace): ModelerRoute[] {
  const open = ({ param }: ModelerCall): ProcessApplication =>
    find(workspace.processApplications, 'Process application', param('processApplicationId'))
  const routes: ModelerRoute[] = [
    {
      method: 'POST',
      path: '/process-applications',
      permission: 'WebModeler:create',
      body: { name, projectId: name },
      handle: ({ body, stamp }) => {
        const { name, projectId } = body as CreateBody
        const project = find(workspace.projects, 'Project', projectId)
        return json(200, processApplicationMetadata(addProcessApplication(workspace, project, name, stamp)))
      },
    },
    getRoute(PATH, open, (application) => [
      processApplicationMetadata(application),
      contentsOf(workspace, application),
    ]),
    {
      method: 'PATCH',
      path: PATH,
      permission: 'WebModeler:update',
      body: { name: optional(name) },
      handle: (call) => {
        const application = open(call)
        rename(application, (call.body as { name?: string }).name, call.stamp)
        return json(200, processApplicationMetadata(application))
      },
    },
    deleteRoute(PATH, open, (application) => removeContainer(workspace, application)),
  ]
  return routes.map((route) => ({ ...route, since: 10 }))
}
