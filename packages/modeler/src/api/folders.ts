import type { CallOptions } from '@x/rest'
import type { FileMetadata } from './files.ts'
import type { Changes, Id, Name } from './shared.ts'

/**
 * Folders of a project. The API cannot search folders: read the project, then each folder.
 *
 * @until 8.11
 */
export interface Folders {
  /**
   * Creates a folder in another folder or at the root of a project. Pass `parentId` for a folder, `projectId` for a
   * root, or both if the folder is in that project.
   *
   * @operation POST /folders
   * @permission Web Modeler API: create
   * @throws {ApiError} 400 if neither is set, or if both do not match; 404 if one of them does not exist
   */
  create(body: CreateFolderBody, options?: CallOptions): Promise<FolderMetadata>

  /**
   * Returns a folder with its direct content: folders and files.
   *
   * @operation GET /folders/{folderId}
   * @permission Web Modeler API: read
   * @throws {ApiError} 404 if it does not exist
   */
  get(folderId: Id, options?: CallOptions): Promise<Folder>

  /**
   * Renames a folder, moves it, or both. Its content moves with it, even to another project. Members that you omit stay
   * unchanged.
   *
   * @operation PATCH /folders/{folderId}
   * @permission Web Modeler API: update
   * @throws {ApiError} 400 if the new location is invalid, such as a folder inside itself; 404 if the folder or the new
   * location does not exist
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

/** Location of a new folder: `parentId`, or `projectId` for the root of a project, or both if they agree. */
export interface CreateFolderBody {
  name: Name
  projectId?: Id | null | undefined
  parentId?: Id | null | undefined
  /** @since 8.10 */
  processApplicationId?: Id | null | undefined
}

/**
 * A new name, a new location, or both. Only `parentId` moves into that folder; `projectId` with `parentId` null or left
 * out moves to the root of that project; both must agree.
 */
export interface UpdateFolderBody {
  name?: Name | undefined
  projectId?: Id | null | undefined
  parentId?: Id | null | undefined
  /** @since 8.10 */
  processApplicationId?: Id | null | undefined
}
