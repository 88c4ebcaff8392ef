import { array, optional, string, unknown } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { processApplications as routes } from '../routes.ts'
import type { FileMetadata } from '../types/file.ts'
import type { FolderMetadata } from '../types/folder.ts'
import type {
  CreateProcessApplicationBody,
  ProcessApplication,
  ProcessApplicationContent,
  ProcessApplicationMetadata,
  UpdateProcessApplicationBody,
} from '../types/process-application.ts'
import { answer, changes, id, name, request, type Schemas } from './schema.ts'

/** A process application in an answer. */
export const processApplicationMetadata: GenericSchema<unknown, ProcessApplicationMetadata> =
  answer<ProcessApplicationMetadata>({ id: string(), name: string(), projectId: string(), ...changes })

// Camunda has published no shape for the items. They should be those of folders and files, but nothing is refused.
const anything = <Shape>(): GenericSchema<unknown, Shape> => unknown() as GenericSchema<unknown, Shape>

/** What goes in and out, by operation. */
export const processApplications: Schemas<typeof routes> = {
  create: {
    body: request<CreateProcessApplicationBody>({ name, projectId: id }),
    response: processApplicationMetadata,
  },
  get: {
    response: answer<ProcessApplication>({
      metadata: processApplicationMetadata,
      content: answer<ProcessApplicationContent>({
        folders: array(anything<FolderMetadata>()),
        files: array(anything<FileMetadata>()),
      }),
    }),
  },
  update: {
    body: request<UpdateProcessApplicationBody>({ name: optional(name) }),
    response: processApplicationMetadata,
  },
}
