import type { Operation } from '@x/rest'
import { array, exactOptional, integer, nullish, number, optional, pipe, string } from 'valibot'
import { files as routes } from '../routes.ts'
import type { CreateFileBody, FileFilter, FileSortField, ModelerFile, UpdateFileBody } from '../types/file.ts'
import { fileMetadata, fileType } from './file-metadata.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'
import { answer, changesFilter, id, name, page, pathElement, request, search, text } from './schema.ts'

const params = { fileId: id }

const place = { projectId: nullish(id), folderId: nullish(id), processApplicationId: nullish(id) }

const revision = pipe(number(), integer('has to be a whole number'))

export const files: readonly Operation[] = [
  {
    ...routes.create,
    summary: 'Make a file in a folder or at the root of a project',
    permission: CREATE,
    body: request<CreateFileBody>({ name, fileType, content: string(), ...place }),
    response: fileMetadata,
  },
  {
    ...routes.get,
    summary: 'A file with its content',
    permission: READ,
    params,
    response: answer<ModelerFile>({ metadata: fileMetadata, content: string() }),
  },
  {
    ...routes.update,
    summary: 'Change the name, the content or the place of a file; 409 when the revision is not the newest',
    permission: UPDATE,
    params,
    body: request<UpdateFileBody>({ revision, name: optional(name), content: optional(string()), ...place }),
    response: fileMetadata,
  },
  {
    ...routes.delete,
    summary: 'Delete a file with its milestones, versions, comments and shares, for good',
    permission: DELETE,
    params,
  },
  {
    ...routes.search,
    summary: 'A page of the files that match, without their content',
    permission: READ,
    body: search<FileFilter, FileSortField>(
      {
        id: exactOptional(text),
        name: exactOptional(text),
        projectId: exactOptional(text),
        folderId: exactOptional(text),
        processApplicationId: exactOptional(text),
        simplePath: exactOptional(text),
        canonicalPath: exactOptional(array(pathElement)),
        revision: exactOptional(revision),
        type: exactOptional(fileType),
        ...changesFilter,
      },
      ['id', 'name', 'projectId', 'folderId', 'revision', 'type', 'created', 'createdBy', 'updated', 'updatedBy'],
    ),
    response: page(fileMetadata),
  },
]
