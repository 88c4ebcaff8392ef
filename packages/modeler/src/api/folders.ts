import type { CallOptions } from '@x/rest'
import type { FileMetadata } from './files.ts'
import type { Changes, Id, Name } from './shared.ts'

/**
 * Folders of a project. The API cannot search them: read the project, then folder by folder.
 *
 * @until 8.11
 */
export interface Folders {
  /**
   * Creates a folder.
   *
   * @operation POST /folders
   * @permission Web Modeler API: create
   */
  create(body: CreateFolderBody, options?: CallOptions): Promise<FolderMetadata>

  /**
   * Returns a folder with its direct content: folders and files.
   *
   * @operation GET /folders/{folderId}
   * @permission Web Modeler API: read
   */
  get(folderId: Id, options?: CallOptions): Promise<Folder>

  /**
   * Renames a folder, moves it, or both.
   *
   * @operation PATCH /folders/{folderId}
   * @permission Web Modeler API: update
   */
  update(folderId: Id, body: UpdateFolderBody, options?: CallOptions): Promise<FolderMetadata>

  /**
   * Deletes a folder without files. **This cannot be undone.** The server rejects a folder with files.
   *
   * @operation DELETE /folders/{folderId}
   * @permission Web Modeler API: delete
   */
  delete(folderId: Id, options?: CallOptions): Promise<void>
}

/** A folder, without its content. */
export interface FolderMetadata extends Changes {
  id: string
  /** Not unique, not even within a folder. */
  name: string
  projectId: string
  /** The folder that contains it; null or missing at the root of the project (from Camunda 8.10 on: of the process application). */
  parentId?: string | null | undefined
  /** @since 8.10 */
  processApplicationId?: string | null | undefined
}

/** Direct content of a folder. */
export interface FolderContent {
  folders: FolderMetadata[]
  files: FileMetadata[]
}

/** A folder with its direct content. */
export interface Folder {
  metadata: FolderMetadata
  content: FolderContent
}

/** Place of a new folder: `parentId`, or `projectId` for the root of a project, or both if they agree. */
export interface CreateFolderBody {
  name: Name
  projectId?: Id | null | undefined
  parentId?: Id | null | undefined
  /** @since 8.10 */
  processApplicationId?: Id | null | undefined
}

/**
 * A new name, a new place, or both. Only `parentId` moves into that folder; `projectId` with `parentId` null or left out
 * moves to the root of that project; both must agree.
 */
export interface UpdateFolderBody {
  name?: Name | undefined
  projectId?: Id | null | undefined
  parentId?: Id | null | undefined
  /** @since 8.10 */
  processApplicationId?: Id | null | undefined
}
