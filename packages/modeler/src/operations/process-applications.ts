import type { Operation } from '@x/rest'
import { array, custom, type GenericSchema, optional, string } from 'valibot'
import { processApplications as routes } from '../routes.ts'
import type { FileMetadata } from '../types/file.ts'
import type { FolderMetadata } from '../types/folder.ts'
import type {
  CreateProcessApplicationBody,
  ProcessApplication,
  ProcessApplicationContent,
  ProcessApplicationMetadata,
  UpdateProcessApplicationBody,
} from '../types/process-application.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'
import { answer, changes, id, name, request } from './schema.ts'

/** A process application in an answer. */
export const processApplicationMetadata: GenericSchema<unknown, ProcessApplicationMetadata> =
  answer<ProcessApplicationMetadata>({ id: string(), name: string(), projectId: string(), ...changes })

const params = { processApplicationId: id }

// Camunda has published no shape for the items. They should be those of folders and files, but nothing is refused.
const anything = <Shape>(): GenericSchema<unknown, Shape> => custom<Shape>(() => true)

const rows: readonly Operation[] = [
  {
    ...routes.create,
    summary: 'Make a process application in a project',
    permission: CREATE,
    body: request<CreateProcessApplicationBody>({ name, projectId: id }),
    response: processApplicationMetadata,
  },
  {
    ...routes.get,
    summary: 'A process application with what lies directly in it',
    permission: READ,
    params,
    response: answer<ProcessApplication>({
      metadata: processApplicationMetadata,
      content: answer<ProcessApplicationContent>({
        folders: array(anything<FolderMetadata>()),
        files: array(anything<FileMetadata>()),
      }),
    }),
  },
  {
    ...routes.update,
    summary: 'Rename a process application',
    permission: UPDATE,
    params,
    body: request<UpdateProcessApplicationBody>({ name: optional(name) }),
    response: processApplicationMetadata,
  },
  { ...routes.delete, summary: 'Delete a process application, for good', permission: DELETE, params },
]

export const processApplications: readonly Operation[] = rows.map((row) => ({ ...row, since: '8.10' }))
