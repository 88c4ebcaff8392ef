import { array, nullish, optional } from '@x/rest/validation'
import type { folders as routes } from '../routes.ts'
import type { CreateFolderBody, Folder, FolderContent, UpdateFolderBody } from '../types/folder.ts'
import { fileMetadata } from './file-metadata.ts'
import { folderMetadata } from './folder-metadata.ts'
import { answer, id, name, request, type Schemas } from './schema.ts'

const place = { projectId: nullish(id), parentId: nullish(id), processApplicationId: nullish(id) }

/** What goes in and out, by operation. */
export const folders: Schemas<typeof routes> = {
  create: { body: request<CreateFolderBody>({ name, ...place }), response: folderMetadata },
  get: {
    response: answer<Folder>({
      metadata: folderMetadata,
      content: answer<FolderContent>({ folders: array(folderMetadata), files: array(fileMetadata) }),
    }),
  },
  update: { body: request<UpdateFolderBody>({ name: optional(name), ...place }), response: folderMetadata },
}
