import { array, nullish, optional, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { projects as routes } from '../routes.ts'
import type {
  CreateProjectBody,
  Project,
  ProjectContent,
  ProjectFilter,
  ProjectMetadata,
  ProjectSortField,
  UpdateProjectBody,
} from '../types/project.ts'
import { fileMetadata } from './file-metadata.ts'
import { folderMetadata } from './folder-metadata.ts'
import { processApplicationMetadata } from './process-applications.ts'
import { answer, changes, changesFilter, name, page, request, type Schemas, search, text } from './schema.ts'

const metadata: GenericSchema<unknown, ProjectMetadata> = answer<ProjectMetadata>({
  id: string(),
  name: string(),
  ...changes,
})

/** What goes in and out, by operation. */
export const projects: Schemas<typeof routes> = {
  create: { body: request<CreateProjectBody>({ name }), response: metadata },
  get: {
    response: answer<Project>({
      metadata,
      content: answer<ProjectContent>({
        folders: array(folderMetadata),
        files: array(fileMetadata),
        processApplications: nullish(array(processApplicationMetadata)),
      }),
    }),
  },
  update: { body: request<UpdateProjectBody>({ name }), response: metadata },
  search: {
    body: search<ProjectFilter, ProjectSortField>({ id: optional(text), name: optional(text), ...changesFilter }, [
      'id',
      'name',
      'created',
      'createdBy',
      'updated',
      'updatedBy',
    ]),
    response: page(metadata),
  },
}
