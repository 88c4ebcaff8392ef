import type { CallOptions, KeyFilter, SearchAllOptions, TextFilter } from '@x/rest'
import type { ProjectKey, WorkspaceKey } from './identifiers.ts'
import type { Changes, ChangesFilter, Content, DateTimeFilter, Deletion, Page, Search } from './shared.ts'

/**
 * Projects: the folders and files of one solution. Each file is in a project. The Web Modeler API v1 calls them process
 * applications.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Projects {
  /**
   * Creates a project in a workspace.
   *
   * @operation POST /projects
   * @permission Hub API: create
   * @example
   * const { projectKey } = await hub.projects.create({ name: 'Order handling', workspaceKey })
   */
  create(body: CreateProjectRequest, options?: CallOptions): Promise<Project>

  /**
   * Returns a project with its folders and files.
   *
   * @operation GET /projects/{projectKey}
   * @permission Hub API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(projectKey: ProjectKey, options?: CallOptions): Promise<ProjectDetails>

  /**
   * Renames a project, or moves it to another workspace.
   *
   * @operation PATCH /projects/{projectKey}
   * @permission Hub API: update
   * @throws {ApiError} 404 if it does not exist; 409 if it cannot be moved, such as the project that contains the files
   * without a process application after the migration from Web Modeler
   */
  update(projectKey: ProjectKey, body: UpdateProjectRequest, options?: CallOptions): Promise<Project>

  /**
   * Moves a project, with its folders and files, to the recently deleted ones. `restore` brings it back until the retention
   * time ends.
   *
   * @operation DELETE /projects/{projectKey}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  delete(projectKey: ProjectKey, options?: CallOptions): Promise<void>

  /**
   * Deletes a project permanently, instead of moving it to the recently deleted ones. **This cannot be undone.**
   *
   * @operation DELETE /projects/{projectKey}/permanent
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist; 409 if the server refuses it in its current state
   */
  permanentlyDelete(projectKey: ProjectKey, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching projects.
   *
   * @operation POST /projects/search
   * @permission Hub API: read
   * @paging offset
   */
  search(body?: Search<ProjectFilter, ProjectSortField>, options?: CallOptions): Promise<Page<Project>>

  /**
   * Returns all matching projects one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const project of hub.projects.searchAll({ filter: { workspaceKey } })) console.log(project.name)
   */
  searchAll(
    body?: Search<ProjectFilter, ProjectSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Project, void, undefined>

  /**
   * Returns one page of the projects that were deleted and can still be restored.
   *
   * @operation POST /projects/recently-deleted/search
   * @permission Hub API: read
   * @paging offset
   */
  searchRecentlyDeleted(
    body?: Search<DeletedProjectFilter, DeletedProjectSortField>,
    options?: CallOptions,
  ): Promise<Page<DeletedProject>>

  /**
   * Returns all matching deleted projects one by one, and requests the next page while you work on the current one.
   * Pages are offset-based: collect the projects before you restore any, or some are skipped.
   */
  searchRecentlyDeletedAll(
    body?: Search<DeletedProjectFilter, DeletedProjectSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DeletedProject, void, undefined>

  /**
   * Restores a project that was deleted.
   *
   * @operation POST /projects/{projectKey}/restoration
   * @throws {ApiError} 404 if it is not among the recently deleted ones; 409 if it cannot be restored in its workspace
   */
  restore(projectKey: ProjectKey, options?: CallOptions): Promise<Project>
}

/** A project. */
export interface Project extends Changes {
  readonly projectKey: ProjectKey
  readonly name: string
  readonly workspaceKey: WorkspaceKey
}

/** A project and what it contains. */
export interface ProjectDetails {
  readonly project: Project
  readonly content: Content
}

/** A new project. */
export interface CreateProjectRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name: string
  readonly workspaceKey: WorkspaceKey
}

/** Changes to a project. */
export interface UpdateProjectRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name?: string | undefined
  /** The workspace to move it to. */
  readonly workspaceKey?: WorkspaceKey | undefined
}

/** Conditions on projects. */
export interface ProjectFilter extends ChangesFilter {
  readonly workspaceKey?: KeyFilter<WorkspaceKey> | undefined
  readonly name?: TextFilter | undefined
}

/** Fields to sort projects by. */
export type ProjectSortField = 'name' | 'created' | 'updated'

/** A project that was deleted and can be restored. */
export interface DeletedProject extends Deletion {
  readonly projectKey: ProjectKey
  readonly name: string
  readonly workspaceKey: WorkspaceKey
}

/** Conditions on deleted projects. */
export interface DeletedProjectFilter {
  readonly projectKey?: KeyFilter<ProjectKey> | undefined
  readonly name?: TextFilter | undefined
  readonly workspaceKey?: KeyFilter<WorkspaceKey> | undefined
  readonly deleted?: DateTimeFilter | undefined
}

/** Fields to sort deleted projects by. */
export type DeletedProjectSortField = 'name' | 'deleted'
