import type { Changes } from './changes.ts'
import type { FileMetadata } from './file.ts'

/** A folder, without what is in it. */
export interface FolderMetadata extends Changes {
  id: string
  /** Not unique, not even in one folder. */
  name: string
  projectId: string
  /** Folder it lies in; null or absent at the root of the project (from Camunda 8.10 on: of the process application). */
  parentId?: string | null | undefined
  /** Since Camunda 8.10. */
  processApplicationId?: string | null | undefined
}

/** What lies directly in a folder. */
export interface FolderContent {
  folders: FolderMetadata[]
  files: FileMetadata[]
}

/** A folder with what lies directly in it. */
export interface Folder {
  metadata: FolderMetadata
  content: FolderContent
}

/** Where a new folder goes: `parentId`, or `projectId` for the root of a project, or both when they agree. */
export interface CreateFolderBody {
  /** 1 to 255 characters. */
  name: string
  projectId?: string | null | undefined
  parentId?: string | null | undefined
  /** Since Camunda 8.10. */
  processApplicationId?: string | null | undefined
}

/**
 * A new name, a new place, or both. Only `parentId` moves into that folder; `projectId` with `parentId` null or left out
 * moves to the root of that project; both must agree.
 */
export interface UpdateFolderBody {
  /** 1 to 255 characters. */
  name?: string | undefined
  projectId?: string | null | undefined
  parentId?: string | null | undefined
  /** Since Camunda 8.10. */
  processApplicationId?: string | null | undefined
}
