import { Problem } from '../problem.ts'
import { json } from '../responses.ts'
import { integer, name, oneOf, optional, required, text } from './body.ts'
import { FILE_TYPES, type ModelerFile } from './entities.ts'
import { deleteRoute, getRoute, searchRoute } from './entity-routes.ts'
import { fileFields, fileMetadata } from './metadata.ts'
import { findPlace, type PlaceIds, placeChecks, requirePlace } from './place.ts'
import type { ModelerCall, ModelerRoute } from './route.ts'
import { addFile, changeFile, find, type NewFile, removeFile, type Workspace } from './workspace.ts'

const PATH = '/files/{fileId}'

type CreateBody = NewFile & PlaceIds

interface UpdateBody extends PlaceIds {
  readonly revision: number
  readonly name?: string
  readonly content?: string
}

export function fileRoutes(workspace: Workspace): ModelerRoute[] {
  const { files } = workspace
  const open = ({ param }: ModelerCall): ModelerFile => find(files, 'File', param('fileId'))
  return [
    {
      method: 'POST',
      path: '/files',
      permission: 'WebModeler:create',
      body: {
        name,
        fileType: required(oneOf(...FILE_TYPES)),
        content: required(text),
        ...placeChecks('folderId'),
      },
      handle: (call) => {
        const body = call.body as CreateBody
        const parent = requirePlace(workspace, body, 'folderId')
        return json(200, fileMetadata(addFile(workspace, parent, body, call.stamp)))
      },
    },
    searchRoute('/files', () => [...files.values()].map(fileMetadata), fileFields, ['simplePath', 'canonicalPath']),
    getRoute(PATH, open, (file) => [fileMetadata(file), file.content]),
    {
      method: 'PATCH',
      path: PATH,
      permission: 'WebModeler:update',
      body: {
        revision: required(integer()),
        name: optional(name),
        content: optional(text),
        ...placeChecks('folderId'),
      },
      handle: (call) => {
        const file = open(call)
        const { revision, name, content, ...ids } = call.body as UpdateBody
        const parent = findPlace(workspace, ids)
        if (revision !== file.revision) {
          throw new Problem(409, 'There was a revision conflict while processing your file.')
        }
        changeFile(file, { name, content, parent }, call.stamp)
        return json(200, fileMetadata(file))
      },
    },
    deleteRoute(PATH, open, (file) => removeFile(workspace, file)),
  ]
}
