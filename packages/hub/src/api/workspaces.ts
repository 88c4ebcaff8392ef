import type { CallOptions, KeyFilter, SearchAllOptions, TextFilter } from '@x/rest'
import type { WorkspaceKey } from './identifiers.ts'
import type { Project } from './projects.ts'
import type { Changes, ChangesFilter, DateTimeFilter, Deletion, Page, Search } from './shared.ts'

/**
 * Workspaces: containers for projects, with members who share them. The Web Modeler API v1 calls them projects.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Workspaces {
  /**
   * Creates a workspace. Add members with `members.add`: until then it is not visible in the user interface.
   *
   * @operation POST /workspaces
   * @permission Hub API: create
   * @example
   * const { workspaceKey } = await hub.workspaces.create({ name: 'Orders' })
   * await hub.members.add(workspaceKey, { email: 'jane@example.com', role: 'workspace_admin' })
   */
  create(body: CreateWorkspaceRequest, options?: CallOptions): Promise<Workspace>

  /**
   * Returns a workspace with its projects.
   *
   * @operation GET /workspaces/{workspaceKey}
   * @permission Hub API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(workspaceKey: WorkspaceKey, options?: CallOptions): Promise<WorkspaceDetails>

  /**
   * Changes the name or the description of a workspace.
   *
   * @operation PATCH /workspaces/{workspaceKey}
   * @permission Hub API: update
   * @throws {ApiError} 404 if it does not exist
   */
  update(workspaceKey: WorkspaceKey, body: UpdateWorkspaceRequest, options?: CallOptions): Promise<Workspace>

  /**
   * Moves a workspace, with its projects, to the recently deleted ones. `restore` brings it back until the retention time
   * ends.
   *
   * @operation DELETE /workspaces/{workspaceKey}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  delete(workspaceKey: WorkspaceKey, options?: CallOptions): Promise<void>

  /**
   * Deletes a workspace permanently, instead of moving it to the recently deleted ones. **This cannot be undone.**
   *
   * @operation DELETE /workspaces/{workspaceKey}/permanent
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  permanentlyDelete(workspaceKey: WorkspaceKey, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching workspaces.
   *
   * @operation POST /workspaces/search
   * @permission Hub API: read
   * @paging offset
   */
  search(body?: Search<WorkspaceFilter, WorkspaceSortField>, options?: CallOptions): Promise<Page<Workspace>>

  /**
   * Returns all matching workspaces one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const { workspaceKey, name } of hub.workspaces.searchAll({ filter: { name: { $like: 'Order*' } } })) {
   *   console.log(workspaceKey, name)
   * }
   */
  searchAll(
    body?: Search<WorkspaceFilter, WorkspaceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Workspace, void, undefined>

  /**
   * Returns one page of the workspaces that were deleted and can still be restored.
   *
   * @operation POST /workspaces/recently-deleted/search
   * @permission Hub API: read
   * @paging offset
   */
  searchRecentlyDeleted(
    body?: Search<DeletedWorkspaceFilter, DeletedWorkspaceSortField>,
    options?: CallOptions,
  ): Promise<Page<DeletedWorkspace>>

  /**
   * Returns all matching deleted workspaces one by one, and requests the next page while you work on the current one.
   * Pages are offset-based: collect the workspaces before you restore any, or some are skipped.
   */
  searchRecentlyDeletedAll(
    body?: Search<DeletedWorkspaceFilter, DeletedWorkspaceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DeletedWorkspace, void, undefined>

  /**
   * Restores a workspace that was deleted.
   *
   * @operation POST /workspaces/{workspaceKey}/restoration
   * @throws {ApiError} 404 if it is not among the recently deleted ones
   */
  restore(workspaceKey: WorkspaceKey, options?: CallOptions): Promise<Workspace>
}

/** A workspace. */
export interface Workspace extends Changes {
  readonly workspaceKey: WorkspaceKey
  readonly name: string
  readonly description: string | null
}

/** A workspace and what it contains. */
export interface WorkspaceDetails {
  readonly workspace: Workspace
  readonly content: { readonly projects: readonly Project[] }
}

/** A new workspace. */
export interface CreateWorkspaceRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name: string
  /** @minLength 1 @maxLength 500 */
  readonly description?: string | undefined
}

/** Changes to a workspace. */
export interface UpdateWorkspaceRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name?: string | undefined
  /** `null` removes it. @minLength 1 @maxLength 500 */
  readonly description?: string | null | undefined
}

/** Conditions on workspaces. */
export interface WorkspaceFilter extends ChangesFilter {
  readonly name?: TextFilter | undefined
}

/** Fields to sort workspaces by. */
export type WorkspaceSortField = 'name' | 'created' | 'updated'

/** A workspace that was deleted and can be restored. */
export interface DeletedWorkspace extends Deletion {
  readonly workspaceKey: WorkspaceKey
  readonly name: string
}

/** Conditions on deleted workspaces. */
export interface DeletedWorkspaceFilter {
  readonly workspaceKey?: KeyFilter<WorkspaceKey> | undefined
  readonly name?: TextFilter | undefined
  readonly deleted?: DateTimeFilter | undefined
}

/** Fields to sort deleted workspaces by. */
export type DeletedWorkspaceSortField = 'name' | 'deleted'
