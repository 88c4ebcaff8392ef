import { Problem } from '../problem.ts'
import { json } from '../responses.ts'
import { flag, integer, name, optional, text } from './body.ts'
import type { ModelerFile, Version } from './entities.ts'
import { deleteRoute, getRoute, searchRoute } from './entity-routes.ts'
import { versionFields, versionMetadata } from './metadata.ts'
import { compareVersions, restoreVersion } from './milestones.ts'
import type { ModelerCall, ModelerRoute } from './route.ts'
import { templateVersion } from './template.ts'
import { addVersion, find, rename, type Workspace } from './workspace.ts'

const PATH = '/versions/{versionId}'

interface AboutBody {
  readonly name?: string
  readonly description?: string
  readonly organizationPublic?: boolean
}

interface CreateBody extends AboutBody {
  readonly fileId: string
}

const about = { name: optional(name), description: optional(text), organizationPublic: optional(flag) }

/** Versions of files, which replace milestones. Version numbers are unique for each connector template. */
export function versionRoutes(workspace: Workspace): ModelerRoute[] {
  const { versions, files } = workspace
  const open = ({ param }: ModelerCall): Version => find(versions, 'Version', param('versionId'))
  const ofFile = (file: ModelerFile): Version[] => [...versions.values()].filter((version) => version.file === file)

  function refuseTaken(file: ModelerFile, number: number): void {
    if (ofFile(file).some(({ content }) => templateVersion(content) === number)) {
      throw new Problem(409, `Version ${number} of the connector template ${file.id} exists already.`)
    }
  }

  const routes: ModelerRoute[] = [
    {
      method: 'POST',
      path: '/versions',
      permission: 'WebModeler:create',
      body: { fileId: name, ...about },
      handle: ({ body, stamp }) => {
        const { fileId, name, description, organizationPublic = false } = body as CreateBody
        const file = find(files, 'File', fileId)
        if (file.type === 'connector_template') refuseTaken(file, templateVersion(file.content))
        const version = { name: name ?? `Version ${ofFile(file).length + 1}`, description, organizationPublic }
        return json(200, versionMetadata(addVersion(workspace, file, version, stamp)))
      },
    },
    searchRoute('/versions', () => [...versions.values()].map(versionMetadata), versionFields),
    getRoute(PATH, open, (version) => [versionMetadata(version), version.content]),
    {
      method: 'PATCH',
      path: PATH,
      permission: 'WebModeler:update',
      body: about,
      handle: (call) => {
        const version = open(call)
        const { name, ...rest } = call.body as AboutBody
        const { description = version.description, organizationPublic = version.organizationPublic } = rest
        rename(version, name, call.stamp)
        if (description !== version.description || organizationPublic !== version.organizationPublic) {
          Object.assign(version, { description, organizationPublic, updated: call.stamp })
        }
        return json(200, versionMetadata(version))
      },
    },
    deleteRoute(PATH, open, ({ id }) => versions.delete(id)),
    {
      method: 'POST',
      path: `${PATH}/restore`,
      permission: 'WebModeler:update',
      body: { version: optional(integer(0)) },
      bodyOptional: true,
      handle: (call) => {
        const version = open(call)
        // The number only matters for connector templates, and is ignored for other files.
        const { version: number } = call.body as { version?: number }
        if (number !== undefined && version.file.type === 'connector_template') refuseTaken(version.file, number)
        return json(200, versionMetadata(restoreVersion(workspace, version, call.stamp, number)))
      },
    },
    {
      method: 'GET',
      path: '/versions/compare/{pair}',
      permission: 'WebModeler:get',
      handle: ({ param }) => json(200, { url: compareVersions(workspace, param('pair'), 'versions') }),
    },
  ]
  return routes.map((route) => ({ ...route, since: 9 }))
}
