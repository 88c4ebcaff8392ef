import type { Changes, ChangesFilter } from './changes.ts'
import type { Search } from './search.ts'

/** What is in a file. Newer servers may know further types. */
export type FileType = 'bpmn' | 'dmn' | 'form' | 'connector_template' | (string & {})

/** One step of a path. */
export interface PathElement {
  id: string
  name: string
}

/** A file, without its content. */
export interface FileMetadata extends Changes {
  id: string
  /** Not unique, not even in one folder. */
  name: string
  projectId: string
  /** Folder it lies in; null or absent at the root of the project (from Camunda 8.10 on: of the process application). */
  folderId?: string | null | undefined
  /** Since Camunda 8.10. */
  processApplicationId?: string | null | undefined
  /** Names of the folders and of the file, for people: `Folder/file`. A slash in a name is written `\/`; see `parseSimplePath`. */
  simplePath?: string | null | undefined
  /** The same path with ids, which are unique. */
  canonicalPath?: PathElement[] | null | undefined
  /** Counts the changes. {@link UpdateFileBody} must carry the one it is based on. */
  revision: number
  type: FileType
}

/** A file with its content. Named so because `File` is a class of the web platform. */
export interface ModelerFile {
  metadata: FileMetadata
  /** Text of the file: XML for BPMN and DMN, JSON for forms and connector templates. */
  content: string
}

/**
 * A new file. Goes into `folderId`, or to the root of `projectId`, or both when they agree.
 *
 * Of a connector template the server replaces `$schema` and `id`, keeps `version` itself, and prefers this `name` over the
 * one inside.
 */
export interface CreateFileBody {
  /** 1 to 255 characters. */
  name: string
  /** Called `type` in responses and filters. */
  fileType: FileType
  content: string
  projectId?: string | null | undefined
  folderId?: string | null | undefined
  /** Since Camunda 8.10. */
  processApplicationId?: string | null | undefined
}

/**
 * What to change of a file. Only `folderId` moves into that folder; `projectId` with `folderId` null or left out moves to
 * the root of that project; both must agree.
 */
export interface FileChange {
  /** 1 to 255 characters. */
  name?: string | undefined
  content?: string | undefined
  projectId?: string | null | undefined
  folderId?: string | null | undefined
  /** Since Camunda 8.10. */
  processApplicationId?: string | null | undefined
}

export interface UpdateFileBody extends FileChange {
  /** `metadata.revision` of the file that the change is based on. The server refuses it with 409 when it has a newer one. */
  revision: number
}

/** Equality on the members of a file; dates also by comparison and range. */
export interface FileFilter extends ChangesFilter {
  id?: string | undefined
  name?: string | undefined
  projectId?: string | undefined
  folderId?: string | undefined
  /** Since Camunda 8.10; servers before it ignore it. */
  processApplicationId?: string | undefined
  simplePath?: string | undefined
  canonicalPath?: readonly PathElement[] | undefined
  revision?: number | undefined
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
