import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { projects as routes } from '../routes.ts'
import { type SearchAllOptions, searchMethods } from '../search.ts'
import { transportFrom } from '../transport.ts'
import type { CreateProjectBody, Project, ProjectMetadata, ProjectSearch, UpdateProjectBody } from '../types/project.ts'
import type { Page, SearchAll } from '../types/search.ts'

/** Projects: what people share, and files and folders lie in. The token sees all projects of the organization. */
export interface Projects {
  /**
   * Makes a project. It has no collaborators yet, so nobody sees it in the user interface until one is added with
   * `collaborators.set`. Needs the create permission. `POST /projects`
   */
  create(body: CreateProjectBody, options?: CallOptions): Promise<ProjectMetadata>

  /** Gives a project with the folders and files that lie directly in it. Needs the read permission. `GET /projects/{projectId}` */
  get(projectId: string, options?: CallOptions): Promise<Project>

  /** Renames a project. Needs the update permission. `PATCH /projects/{projectId}` */
  update(projectId: string, body: UpdateProjectBody, options?: CallOptions): Promise<ProjectMetadata>

  /**
   * Deletes a project **for good**. The server refuses one with files in it; empty folders go with it. Needs the delete
   * permission. `DELETE /projects/{projectId}`
   */
  delete(projectId: string, options?: CallOptions): Promise<void>

  /** Gives one page of the projects that match. Needs the read permission. `POST /projects/search` */
  search(search?: ProjectSearch, options?: CallOptions): Promise<Page<ProjectMetadata>>

  /**
   * Gives all projects that match, page by page as they are asked for.
   *
   * @example
   * ```ts
   * for await (const project of modeler.projects.searchAll({ filter: { name: 'Orders' } })) console.log(project.id)
   * ```
   */
  searchAll(
    search?: SearchAll<ProjectSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProjectMetadata, void, undefined>
}

/** Makes the resource from its options, or on a transport that others use too. */
export function createProjects(source: ModelerResourceOptions | Transport): Projects {
  const transport = transportFrom(source)
  return {
    ...createMethods(transport, routes),
    ...searchMethods<ProjectSearch, ProjectMetadata>(transport, routes.search),
  }
}
