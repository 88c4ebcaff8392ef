import { json } from '../responses.ts'
import { name } from './body.ts'
import type { Stamp, Version } from './entities.ts'
import { deleteRoute, getRoute, searchRoute } from './entity-routes.ts'
import { milestoneFields, milestoneMetadata } from './metadata.ts'
import { notFound } from './problem.ts'
import type { ModelerCall, ModelerRoute } from './route.ts'
import { addVersion, changeFile, find, rename, type Workspace } from './workspace.ts'

const PATH = '/milestones/{milestoneId}'

interface CreateBody {
  readonly name: string
  readonly fileId: string
}

/** Milestones: the older API for versions. Both show the same items. */
export function milestoneRoutes(workspace: Workspace): ModelerRoute[] {
  const { versions, files } = workspace
  const open = ({ param }: ModelerCall): Version => find(versions, 'Milestone', param('milestoneId'))
  return [
    {
      method: 'POST',
      path: '/milestones',
      permission: 'WebModeler:create',
      body: { name, fileId: name },
      handle: ({ body, stamp }) => {
        const { name, fileId } = body as CreateBody
        const file = find(files, 'File', fileId)
        const about = { name, description: undefined, organizationPublic: false }
        return json(200, milestoneMetadata(addVersion(workspace, file, about, stamp)))
      },
    },
    searchRoute('/milestones', () => [...versions.values()].map(milestoneMetadata), milestoneFields),
    getRoute(PATH, open, (milestone) => [milestoneMetadata(milestone), milestone.content]),
    {
      method: 'PATCH',
      path: PATH,
      permission: 'WebModeler:update',
      body: { name },
      handle: (call) => {
        const milestone = open(call)
        rename(milestone, (call.body as CreateBody).name, call.stamp)
        return json(200, milestoneMetadata(milestone))
      },
    },
    deleteRoute(PATH, open, ({ id }) => versions.delete(id)),
    {
      method: 'POST',
      path: `${PATH}/restore`,
      permission: 'WebModeler:update',
      handle: (call) => json(200, milestoneMetadata(restoreVersion(workspace, open(call), call.stamp))),
    },
    {
      method: 'GET',
      path: '/milestones/compare/{pair}',
      permission: 'WebModeler:get',
      handle: ({ param }) => json(200, { url: compareVersions(workspace, param('pair'), 'milestones') }),
    },
  ]
}

/**
 * Restores a version of a file. That changes the file, and creates a new version, which is returned.
 *
 * @param templateVersion - for connector templates, the version number that the template gets.
 */
export function restoreVersion(
  workspace: Workspace,
  version: Version,
  stamp: Stamp,
  templateVersion?: number,
): Version {
  const { file, content, name, description, organizationPublic } = version
  changeFile(file, { content, templateVersion }, stamp)
  const restored = ' (restored)'
  const about = { name: name.slice(0, 255 - restored.length) + restored, description, organizationPublic }
  return addVersion(workspace, file, about, stamp)
}

/**
 * Returns a link to a page that shows what changed between two versions of a file.
 *
 * @param pair - two ids separated by three dots.
 * @throws `Problem` 404 unless both exist and belong to the same file.
 */
export function compareVersions(workspace: Workspace, pair: string, kind: 'milestones' | 'versions'): string {
  const what = kind === 'milestones' ? 'Milestone' : 'Version'
  const [from, to] = pair.split('...').map((id) => find(workspace.versions, what, id))
  if (from === undefined || to === undefined || from.file !== to.file) throw notFound('Comparison', pair)
  const page = { bpmn: 'diagrams', dmn: 'diagrams', form: 'forms', connector_template: 'connector-templates' }
  return `${workspace.webUrl}/${page[from.file.type]}/${from.file.id}/${kind}/${from.id}...${to.id}`
}
