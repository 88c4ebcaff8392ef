import type { CallOptions, Int, LongText, OpenEnum, SearchAll, SearchAllOptions } from '@x/rest'
import type { EditOptions } from '../edit-file.ts'
import type { Changes, ChangesFilter, FilterText, Id, Name, Page, Search } from './shared.ts'

/**
 * Files: BPMN and DMN diagrams, forms, connector templates.
 *
 * @until 8.11
 */
export interface Files {
  /**
   * Creates a file in a folder or at the root of a project. Names need not be unique: calling it twice creates two
   * files.
   *
   * @operation POST /files
   * @permission Web Modeler API: create
   * @example
   * const { id } = await modeler.files.create({ name: 'Ship order', fileType: 'bpmn', content: xml, projectId })
   */
  create(body: CreateFileBody, options?: CallOptions): Promise<FileMetadata>

  /**
   * Returns a file with its content, and the `revision` that `update` requires.
   *
   * @operation GET /files/{fileId}
   * @permission Web Modeler API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(fileId: Id, options?: CallOptions): Promise<ModelerFile>

  /**
   * Changes the name, the content or the location of a file.
   *
   * @operation PATCH /files/{fileId}
   * @permission Web Modeler API: update
   * @throws {ConflictError} if the file was changed after the `revision` that the change is based on: read it again
   * and decide, or use {@link Files.edit}
   */
  update(fileId: Id, body: UpdateFileBody, options?: CallOptions): Promise<FileMetadata>

  /**
   * Reads a file, calls `change` with it, and sends what `change` returns. After a conflict it reads the file and
   * calls `change` again, so `change` may be called several times. Nothing is sent if it returns `undefined`.
   *
   * @code ../edit-file.ts
   * @returns the changed file, without its content
   * @throws {ConflictError} after `attempts` conflicts, and whatever `change` throws
   * @example
   * await modeler.files.edit(fileId, ({ content }) => ({ content: content.replaceAll('v1', 'v2') }))
   */
  edit(
    fileId: Id,
    change: (file: ModelerFile) => FileChange | undefined | Promise<FileChange | undefined>,
    options?: EditOptions,
  ): Promise<FileMetadata>

  /**
   * Deletes a file with its milestones, versions, comments and shares. **This cannot be undone.**
   *
   * @operation DELETE /files/{fileId}
   * @permission Web Modeler API: delete
   */
  delete(fileId: Id, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the matching files, without their content.
   *
   * @operation POST /files/search
   * @permission Web Modeler API: read
   * @paging page
   */
  search(body?: FileSearch, options?: CallOptions): Promise<Page<FileMetadata>>

  /**
   * Returns all matching files one by one, and requests pages as they are needed. The server numbers the pages at the
   * time of each request: collect the files before you delete or create any, or some are skipped.
   *
   * @example
   * const changed = modeler.files.searchAll({ filter: { projectId, updated: `>=${lastRun.toISOString()}` } })
   * for await (const file of changed) console.log(file.simplePath)
   */
  searchAll(body?: SearchAll<FileSearch>, options?: SearchAllOptions): AsyncGenerator<FileMetadata, void, undefined>
}

/** Type of a file. Newer servers may return further types. */
export type FileType = OpenEnum<'bpmn' | 'dmn' | 'form' | 'connector_template'>

/** One step of a path. */
export interface PathElement {
  id: string
  name: string
}

/** A file, without its content. */
export interface FileMetadata extends Changes {
  id: string
  /** Not unique, not even within a folder. */
  name: string
  projectId: string
  /** The folder that contains it; null or missing at the root of the project (from Camunda 8.10 on: of the process application). */
  folderId?: string | null | undefined
  /** @since 8.10 */
  processApplicationId?: string | null | undefined
  /** Names of the folders and of the file: `Folder/file`. A slash in a name is written as `\/`; see `parseSimplePath`. */
  simplePath?: string | null | undefined
  /** The same path with ids, which are unique. */
  canonicalPath?: PathElement[] | null | undefined
  /** Number of the latest change. {@link UpdateFileBody} requires the one that it is based on. */
  revision: Int
  type: FileType
}

/** A file with its content. Named so because `File` is a class of the web platform. */
export interface ModelerFile {
  metadata: FileMetadata
  /** Text of the file: XML for BPMN and DMN, JSON for forms and connector templates. */
  content: LongText
}

/**
 * A new file in `folderId`, or at the root of `projectId`, or both if they agree.
 *
 * In a connector template, the server replaces `$schema` and `id`, sets `version` itself, and uses this `name` instead
 * of the one inside.
 */
export interface CreateFileBody {
  name: Name
  /** Called `type` in responses and filters. */
  fileType: FileType
  content: LongText
  projectId?: Id | null | undefined
  folderId?: Id | null | undefined
  /** @since 8.10 */
  processApplicationId?: Id | null | undefined
}

/**
 * Changes to a file. Only `folderId` moves into that folder; `projectId` with `folderId` null or left out moves to
 * the root of that project; both must agree.
 */
export interface FileChange {
  name?: Name | undefined
  content?: LongText | undefined
  projectId?: Id | null | undefined
  folderId?: Id | null | undefined
  /** @since 8.10 */
  processApplicationId?: Id | null | undefined
}

/** Changes to a file, and the revision that they are based on. */
export interface UpdateFileBody extends FileChange {
  /**
   * `metadata.revision` of the file that the change is based on. The server rejects it with 409 if it has a newer one, and
   * overwrites any change if it is missing.
   *
   * @required
   */
  revision: Int
}

/** Exact match of the members of a file; dates also by comparison and range. */
export interface FileFilter extends ChangesFilter {
  id?: FilterText | undefined
  name?: FilterText | undefined
  projectId?: FilterText | undefined
  folderId?: FilterText | undefined
  /** Older servers ignore it. @since 8.10 */
  processApplicationId?: FilterText | undefined
  simplePath?: FilterText | undefined
  canonicalPath?: readonly PathElement[] | undefined
  revision?: Int | undefined
  type?: FileType | undefined
}

/** The server cannot sort by `simplePath` and `canonicalPath`. */
export type FileSortField =
  | 'id'
  | 'name'
  | 'projectId'
  | 'folderId'
  | 'revision'
  | 'type'
  | 'created'
  | 'createdBy'
  | 'updated'
  | 'updatedBy'

export type FileSearch = Search<FileFilter, FileSortField>
