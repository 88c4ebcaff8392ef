import type { CallOptions, SearchAll, SearchAllOptions } from '@x/rest'
import type { FileMetadata } from './files.ts'
import type { FolderMetadata } from './folders.ts'
import type { ProcessApplicationMetadata } from './process-applications.ts'
import type { Changes, ChangesFilter, FilterText, Id, Name, Page, Search } from './shared.ts'

/**
 * Projects: containers for files and folders, shared with collaborators. The token has access to all projects of the
 * organization.
 *
 * @until 8.11
 */
export interface Projects {
  /**
   * Creates a project. It has no collaborators yet, so it is not visible in the user interface until you add one with
   * `collaborators.set`.
   *
   * @operation POST /projects
   * @permission Web Modeler API: create
   */
  create(body: CreateProjectBody, options?: CallOptions): Promise<ProjectMetadata>

  /**
   * Returns a project with the folders and files at its root.
   *
   * @operation GET /projects/{projectId}
   * @permission Web Modeler API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(projectId: Id, options?: CallOptions): Promise<Project>

  /**
   * Renames a project. Names need not be unique.
   *
   * @operation PATCH /projects/{projectId}
   * @permission Web Modeler API: update
   * @throws {ApiError} 404 if it does not exist
   */
  update(projectId: Id, body: UpdateProjectBody, options?: CallOptions): Promise<ProjectMetadata>

  /**
   * Deletes a project without files. **This cannot be undone.** The server rejects a project with files; empty
   * folders are deleted with it.
   *
   * @operation DELETE /projects/{projectId}
   * @permission Web Modeler API: delete
   */
  delete(projectId: Id, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching projects.
   *
   * @operation POST /projects/search
   * @permission Web Modeler API: read
   * @paging page
   */
  search(body?: ProjectSearch, options?: CallOptions): Promise<Page<ProjectMetadata>>

  /**
   * Returns all matching projects one by one, and requests pages as they are needed.
   *
   * @example
   * for await (const project of modeler.projects.searchAll({ filter: { name: 'Orders' } })) console.log(project.id)
   */
  searchAll(
    body?: SearchAll<ProjectSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProjectMetadata, void, undefined>
}

/** A project, without its content. */
export interface ProjectMetadata extends Changes {
  id: string
  /** Not unique. */
  name: string
}

/** Direct content of a project; read its folders one by one. */
export interface ProjectContent {
  folders: FolderMetadata[]
  files: FileMetadata[]
  /** @since 8.10 */
  processApplications?: ProcessApplicationMetadata[] | null | undefined
}

/** A project with its direct content. */
export interface Project {
  metadata: ProjectMetadata
  content: ProjectContent
}

export interface CreateProjectBody {
  name: Name
}

export interface UpdateProjectBody {
  name: Name
}

/** Exact match of the members of a project; dates also by comparison and range. */
export interface ProjectFilter extends ChangesFilter {
  id?: FilterText | undefined
  name?: FilterText | undefined
}

export type ProjectSortField = 'id' | 'name' | 'created' | 'createdBy' | 'updated' | 'updatedBy'

export type ProjectSearch = Search<ProjectFilter, ProjectSortField>
