import { Problem } from '../problem.ts'
import { json } from '../responses.ts'
import { name, optional } from './body.ts'
import type { Folder } from './entities.ts'
import { deleteRoute, getRoute } from './entity-routes.ts'
import { contentsOf, folderMetadata } from './metadata.ts'
import { findPlace, type PlaceIds, placeChecks, requirePlace } from './place.ts'
import type { ModelerCall, ModelerRoute } from './route.ts'
import { isWithin } from './tree.ts'
import { addFolder, find, removeContainer, rename, type Workspace } from './workspace.ts'

const PATH = '/folders/{folderId}'

interface FolderBody extends Omit<PlaceIds, 'folderId'> {
  readonly name?: string
  readonly parentId?: string
}

const placeOf = ({ parentId, ...ids }: FolderBody): PlaceIds => ({
  ...ids,
  ...(parentId !== undefined && { folderId: parentId }),
})

export function folderRoutes(workspace: Workspace): ModelerRoute[] {
  const open = ({ param }: ModelerCall): Folder => find(workspace.folders, 'Folder', param('folderId'))
  return [
    {
      method: 'POST',
      path: '/folders',
      permission: 'WebModeler:create',
      body: { name, ...placeChecks('parentId') },
      handle: ({ body, stamp }) => {
        const { name = '', ...ids } = body as FolderBody
        const parent = requirePlace(workspace, placeOf(ids), 'parentId')
        return json(200, folderMetadata(addFolder(workspace, parent, name, stamp)))
      },
    },
    getRoute(PATH, open, (folder) => [folderMetadata(folder), contentsOf(workspace, folder)]),
    {
      method: 'PATCH',
      path: PATH,
      permission: 'WebModeler:update',
      body: { name: optional(name), ...placeChecks('parentId') },
      handle: (call) => {
        const folder = open(call)
        const { name, ...ids } = call.body as FolderBody
        const parent = findPlace(workspace, placeOf(ids)) ?? folder.parent
        if (isWithin(parent, folder)) throw new Problem(400, 'A folder cannot be moved into itself.')
        rename(folder, name, call.stamp)
        if (parent !== folder.parent) {
          folder.parent = parent
          folder.updated = call.stamp
        }
        return json(200, folderMetadata(folder))
      },
    },
    deleteRoute(PATH, open, (folder) => removeContainer(workspace, folder)),
  ]
}
