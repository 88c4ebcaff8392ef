import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { folders as routes } from '../routes.ts'
import { transportFrom } from '../transport.ts'
import type { CreateFolderBody, Folder, FolderMetadata, UpdateFolderBody } from '../types/folder.ts'

/** Folders of a project. The API cannot search them: read the project, then folder by folder. */
export interface Folders {
  /** Makes a folder. Needs the create permission. `POST /folders` */
  create(body: CreateFolderBody, options?: CallOptions): Promise<FolderMetadata>

  /** Gives a folder with the folders and files that lie directly in it. Needs the read permission. `GET /folders/{folderId}` */
  get(folderId: string, options?: CallOptions): Promise<Folder>

  /** Renames a folder, moves it, or both. Needs the update permission. `PATCH /folders/{folderId}` */
  update(folderId: string, body: UpdateFolderBody, options?: CallOptions): Promise<FolderMetadata>

  /**
   * Deletes a folder **for good**. The server refuses one with files in it. Needs the delete permission.
   * `DELETE /folders/{folderId}`
   */
  delete(folderId: string, options?: CallOptions): Promise<void>
}

/** Makes the resource from its options, or on a transport that others use too. */
export function createFolders(source: ModelerResourceOptions | Transport): Folders {
  return createMethods(transportFrom(source), routes)
}
