import type { CallOptions, Int, KeyFilter, LongText, OpenEnum, SearchAllOptions, TextFilter } from '@x/rest'
import type { FileKey, FolderKey, ProjectKey } from './identifiers.ts'
import type { Changes, ChangesFilter, Deletion, Page, Search, SortedSearch, ValueFilter } from './shared.ts'

/**
 * Files: BPMN and DMN diagrams, forms, element templates, RPA scripts, Markdown and test suites.
 *
 * @permission Hub API
 * @since 8.10
 */
export interface Files {
  /**
   * Creates a file at the root of a project or in a folder. Names need not be unique: calling it twice creates two files.
   *
   * @operation POST /files
   * @permission Hub API: create
   * @example
   * const { fileKey } = await hub.files.create({ name: 'Ship order', type: 'bpmn', content: xml, projectKey })
   */
  create(body: CreateFileRequest, options?: CallOptions): Promise<HubFile>

  /**
   * Returns a file with its content.
   *
   * @operation GET /files/{fileKey}
   * @permission Hub API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(fileKey: FileKey, options?: CallOptions): Promise<HubFile>

  /**
   * Changes the name or the content of a file, or moves it.
   *
   * @operation PATCH /files/{fileKey}
   * @permission Hub API: update
   * @throws {ConflictError} if the file was changed after the `revision` that the change is based on: read it again and
   * decide
   * @throws {ApiError} 404 if it does not exist
   * @example
   * const { content, revision } = await hub.files.get(fileKey)
   * await hub.files.update(fileKey, { content: content?.replaceAll('v1', 'v2'), revision })
   */
  update(fileKey: FileKey, body: UpdateFileRequest, options?: CallOptions): Promise<HubFile>

  /**
   * Moves a file to the recently deleted ones. `restore` brings it back until the retention time ends.
   *
   * @operation DELETE /files/{fileKey}
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  delete(fileKey: FileKey, options?: CallOptions): Promise<void>

  /**
   * Deletes a file permanently, instead of moving it to the recently deleted ones. **This cannot be undone.** Snapshots
   * of the project keep their copy; `purge` also removes these.
   *
   * @operation DELETE /files/{fileKey}/permanent
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it does not exist
   */
  permanentlyDelete(fileKey: FileKey, options?: CallOptions): Promise<void>

  /**
   * Removes a file from everywhere, including the recently deleted ones and all snapshots, for example because it
   * contains a secret. **This cannot be undone.** It is idempotent, and succeeds even for a file that never existed.
   *
   * @operation DELETE /files/{fileKey}/purge
   * @permission Hub API: delete
   * @throws {ApiError} 404 if it belongs to another organization
   */
  purge(fileKey: FileKey, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching files. Their `content` and `projectKey` are `null`.
   *
   * @operation POST /files/search
   * @permission Hub API: read
   * @paging offset
   */
  search(body?: Search<FileFilter, FileSortField>, options?: CallOptions): Promise<Page<HubFile>>

  /**
   * Returns all matching files one by one, and requests the next page while you work on the current one. Their
   * `content` and `projectKey` are `null`. Pages are offset-based: collect the files before you delete or create any,
   * or some are skipped.
   *
   * @example
   * const changed = hub.files.searchAll({ filter: { type: 'bpmn', updated: { $gte: lastRun } } })
   * for await (const { simplePath } of changed) console.log(simplePath)
   */
  searchAll(
    body?: Search<FileFilter, FileSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<HubFile, void, undefined>

  /**
   * Returns one page of the files that were deleted and can still be restored. They cannot be filtered.
   *
   * @operation POST /files/recently-deleted/search
   * @permission Hub API: read
   * @paging offset
   */
  searchRecentlyDeleted(body?: SortedSearch<DeletedFileSortField>, options?: CallOptions): Promise<Page<DeletedFile>>

  /**
   * Returns all deleted files that can still be restored one by one, and requests the next page while you work on the
   * current one. Pages are offset-based: collect the files before you restore any, or some are skipped.
   */
  searchRecentlyDeletedAll(
    body?: SortedSearch<DeletedFileSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DeletedFile, void, undefined>

  /**
   * Restores a deleted file. If its folder no longer exists, a new one is created.
   *
   * @operation POST /files/{fileKey}/restoration
   * @throws {ApiError} 404 if it is not among the recently deleted ones; 409 if its project is deleted
   */
  restore(fileKey: FileKey, options?: CallOptions): Promise<HubFile>
}

/** Type of a file. */
export type FileType = 'bpmn' | 'dmn' | 'form' | 'element-template' | 'rpa' | 'markdown' | 'tests'

/** A file. Named so because `File` is a class of the web platform. */
export interface HubFile extends Changes {
  readonly fileKey: FileKey
  /** Without extension; not unique, not even within a folder. */
  readonly name: string
  /** `null` in the results of a search. */
  readonly projectKey: ProjectKey | null
  /** The folder that contains it; `null` at the root of the project. */
  readonly folderKey: FolderKey | null
  /** Names of the folders and of the file with its extension, below the project: `Shipping/Returns/order.bpmn`. */
  readonly simplePath: string
  /** Keys of the folders that contain it, joined by slashes, the outermost first; empty at the root of the project. */
  readonly canonicalPath: string
  /** Number of the latest change. {@link UpdateFileRequest} requires the one that it is based on. */
  readonly revision: Int
  readonly type: OpenEnum<FileType>
  /** XML for BPMN and DMN, JSON for forms and element templates; `null` in the results of a search. */
  readonly content: LongText | null
}

/** A new file. */
export interface CreateFileRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name: string
  readonly projectKey: ProjectKey
  /** The folder that contains it. @defaultValue the root of the project */
  readonly folderKey?: FolderKey | null | undefined
  readonly type: FileType
  /** @minLength 1 */
  readonly content: LongText
}

/** Changes to a file. */
export interface UpdateFileRequest {
  /** @minLength 1 @maxLength 255 */
  readonly name?: string | undefined
  /** The project to move it to. */
  readonly projectKey?: ProjectKey | undefined
  /** The folder to move it to; `null` for the root of the project. */
  readonly folderKey?: FolderKey | null | undefined
  readonly content?: LongText | undefined
  /** The revision that the change is based on. */
  readonly revision: Int
}

/** Conditions on files. There is no filter for the project: `projects.get` returns the files of a project. */
export interface FileFilter extends ChangesFilter {
  readonly name?: TextFilter | undefined
  readonly folderKey?: KeyFilter<FolderKey> | undefined
  readonly type?: ValueFilter<OpenEnum<FileType>> | undefined
}

/** Fields to sort files by. */
export type FileSortField = 'name' | 'type' | 'created' | 'updated'

/** A file that was deleted and can be restored. */
export interface DeletedFile extends Deletion {
  readonly fileKey: FileKey
  readonly name: string
  readonly type: OpenEnum<FileType>
  readonly projectKey: ProjectKey
}

/** Fields to sort deleted files by. */
export type DeletedFileSortField = 'name' | 'type' | 'deleted'
