import { array, nullish, number, optional, refine, required, string } from '@x/rest/validation'
import type { files as routes } from '../routes.ts'
import type { CreateFileBody, FileFilter, FileSortField, ModelerFile, UpdateFileBody } from '../types/file.ts'
import { fileMetadata, fileType } from './file-metadata.ts'
import { answer, changesFilter, id, name, page, pathElement, request, type Schemas, search, text } from './schema.ts'

const place = { projectId: nullish(id), folderId: nullish(id), processApplicationId: nullish(id) }

const revision = refine(number(), Number.isInteger, 'must be a whole number')

/** What goes in and out, by operation. */
export const files: Schemas<typeof routes> = {
  create: { body: request<CreateFileBody>({ name, fileType, content: string(), ...place }), response: fileMetadata },
  get: { response: answer<ModelerFile>({ metadata: fileMetadata, content: string() }) },
  update: {
    // Servers take a change without a revision, whatever it overwrites.
    body: request<UpdateFileBody>({
      revision: required(revision),
      name: optional(name),
      content: optional(string()),
      ...place,
    }),
    response: fileMetadata,
  },
  search: {
    body: search<FileFilter, FileSortField>(
      {
        id: optional(text),
        name: optional(text),
        projectId: optional(text),
        folderId: optional(text),
        processApplicationId: optional(text),
        simplePath: optional(text),
        canonicalPath: optional(array(pathElement)),
        revision: optional(revision),
        type: optional(fileType),
        ...changesFilter,
      },
      ['id', 'name', 'projectId', 'folderId', 'revision', 'type', 'created', 'createdBy', 'updated', 'updatedBy'],
    ),
    response: page(fileMetadata),
  },
}
