import type { Operation } from '@x/rest'
import { array, exactOptional, type GenericSchema, nullish, string } from 'valibot'
import { projects as routes } from '../routes.ts'
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
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'
import { processApplicationMetadata } from './process-applications.ts'
import { answer, changes, changesFilter, id, name, page, request, search, text } from './schema.ts'

const metadata: GenericSchema<unknown, ProjectMetadata> = answer<ProjectMetadata>({
  id: string(),
  name: string(),
  ...changes,
})

const params = { projectId: id }

export const projects: readonly Operation[] = [
  {
    ...routes.create,
    summary: 'Make a project; nobody sees it until it has a collaborator',
    permission: CREATE,
    body: request<CreateProjectBody>({ name }),
    response: metadata,
  },
  {
    ...routes.get,
    summary: 'A project with what lies directly in it',
    permission: READ,
    params,
    response: answer<Project>({
      metadata,
      content: answer<ProjectContent>({
        folders: array(folderMetadata),
        files: array(fileMetadata),
        processApplications: nullish(array(processApplicationMetadata)),
      }),
    }),
  },
  {
    ...routes.update,
    summary: 'Rename a project',
    permission: UPDATE,
    params,
    body: request<UpdateProjectBody>({ name }),
    response: metadata,
  },
  { ...routes.delete, summary: 'Delete a project without files, for good', permission: DELETE, params },
  {
    ...routes.search,
    summary: 'A page of the projects that match',
    permission: READ,
    body: search<ProjectFilter, ProjectSortField>(
      { id: exactOptional(text), name: exactOptional(text), ...changesFilter },
      ['id', 'name', 'created', 'createdBy', 'updated', 'updatedBy'],
    ),
    response: page(metadata),
  },
]
