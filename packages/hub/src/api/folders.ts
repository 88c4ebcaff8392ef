import type { CallOptions, KeyFilter, SearchAllOptions, TextFilter } from '@x/rest'
import type { FolderKey, ProjectKey } from './identifiers.ts'
import type { Changes, Content, DateTimeFilter, Deletion, Page, Search } from './shared.ts'

/**
 * Folders in projects. There is no search for them: `projects.get` and `folders.get` return what is inside.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Folders {
  /**
   * Creates a folder at the root of a project or in another folder.
   *
   * @operation POST /folders
   * @permission Hub API: create
   */
  create(body: CreateFolderRequest, options?: CallOptions): Promise<Folder>

  /**
   * Returns a folder with its folders and files.
   *
   * @operation GET /folders/{folderKey}
   * @permission Hub API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(folderKey: FolderKey, options?: CallOptions): Promise<FolderDetails>

  /**
   * Renames a folder, or moves it to another folder or project.
   *
   * @operation PATCH /folders/{folderKey}
   * @permission Hub API: update
   * @throws {ApiError} 404 if it does not exist
   */
  update(folderKey: FolderKey, body: UpdateFolderRequest, options?: CallOptions): Promise<Folder>

  /**
   * Moves a folder, with what it contains, to the recently deleted ones. `restore` brings it back until the retention time
   * ends.
   *
   * @operation DELETE /folders/{folderKey}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  delete(folderKey: FolderKey, options?: CallOptions): Promise<void>

  /**
   * Deletes a folder permanently, instead of moving it to the recently deleted ones. **This cannot be undone.**
   *
   * @operation DELETE /folders/{folderKey}/permanent
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist; 409 if the server rejects it in its current state
   */
  permanentlyDelete(folderKey: FolderKey, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the folders that were deleted and can still be restored.
   *
   * @operation POST /folders/recently-deleted/search
   * @permission Hub API: read
   * @paging offset
   */
  searchRecentlyDeleted(
    body?: Search<DeletedFolderFilter, DeletedFolderSortField>,
    options?: CallOptions,
  ): Promise<Page<DeletedFolder>>

  /**
   * Returns all matching deleted folders one by one, and requests the next page while you work on the current one.
   * Pages are offset-based: collect the folders before you restore any, or some are skipped.
   */
  searchRecentlyDeletedAll(
    body?: Search<DeletedFolderFilter, DeletedFolderSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DeletedFolder, void, undefined>

  /**
   * Restores a folder that was deleted.
   *
   * @operation POST /folders/{folderKey}/restoration
   * @throws {ApiError} 404 if it is not among the recently deleted ones; 409 if it cannot be restored in its project
   */
  restore(folderKey: FolderKey, options?: CallOptions): Promise<Folder>
}

/** A folder. */
export interface Folder extends Changes {
  readonly folderKey: FolderKey
  readonly name: string
  readonly projectKey: ProjectKey
  /** `null` at the root of the project. */
  readonly parentFolderKey: FolderKey | null
}

/** A folder and what it contains. */
export interface FolderDetails {
  readonly folder: Folder
  readonly content: Content
}

/** A new folder. */
export interface CreateFolderRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name: string
  readonly projectKey: ProjectKey
  /** The folder that contains it. @defaultValue the root of the project */
  readonly parentFolderKey?: FolderKey | null | undefined
}

/** Changes to a folder. */
export interface UpdateFolderRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name?: string | undefined
  /** The project to move it to. */
  readonly projectKey?: ProjectKey | undefined
  /** The folder to move it to; `null` for the root of the project. */
  readonly parentFolderKey?: FolderKey | null | undefined
}

/** A folder that was deleted and can be restored. */
export interface DeletedFolder extends Deletion {
  readonly folderKey: FolderKey
  readonly name: string
  readonly projectKey: ProjectKey
}

/** Conditions on deleted folders. */
export interface DeletedFolderFilter {
  readonly folderKey?: KeyFilter<FolderKey> | undefined
  readonly name?: TextFilter | undefined
  readonly projectKey?: KeyFilter<ProjectKey> | undefined
  readonly deleted?: DateTimeFilter | undefined
}

/** Fields to sort deleted folders by. */
export type DeletedFolderSortField = 'name' | 'deleted'
