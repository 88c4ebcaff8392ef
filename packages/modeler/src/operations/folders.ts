import type { Operation } from '@x/rest'
import { array, nullish, optional } from 'valibot'
import { folders as routes } from '../routes.ts'
import type { CreateFolderBody, Folder, FolderContent, UpdateFolderBody } from '../types/folder.ts'
import { fileMetadata } from './file-metadata.ts'
import { folderMetadata } from './folder-metadata.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'
import { answer, id, name, request } from './schema.ts'

const params = { folderId: id }

const place = { projectId: nullish(id), parentId: nullish(id), processApplicationId: nullish(id) }

export const folders: readonly Operation[] = [
  {
    ...routes.create,
    summary: 'Make a folder in a folder or at the root of a project',
    permission: CREATE,
    body: request<CreateFolderBody>({ name, ...place }),
    response: folderMetadata,
  },
  {
    ...routes.get,
    summary: 'A folder with what lies directly in it',
    permission: READ,
    params,
    response: answer<Folder>({
      metadata: folderMetadata,
      content: answer<FolderContent>({ folders: array(folderMetadata), files: array(fileMetadata) }),
    }),
  },
  {
    ...routes.update,
    summary: 'Rename a folder, move it, or both',
    permission: UPDATE,
    params,
    body: request<UpdateFolderBody>({ name: optional(name), ...place }),
    response: folderMetadata,
  },
  { ...routes.delete, summary: 'Delete a folder without files, for good', permission: DELETE, params },
]
