import type { Changes } from './changes.ts'
import type { FileMetadata } from './file.ts'
import type { FolderMetadata } from './folder.ts'

/** A process application, without what is in it. */
export interface ProcessApplicationMetadata extends Changes {
  id: string
  name: string
  projectId: string
}

/** What lies directly in a process application. Camunda has not published the shape of the items: they are not validated. */
export interface ProcessApplicationContent {
  folders: FolderMetadata[]
  files: FileMetadata[]
}

/** A process application with what lies directly in it. */
export interface ProcessApplication {
  metadata: ProcessApplicationMetadata
  content: ProcessApplicationContent
}

export interface CreateProcessApplicationBody {
  /** 1 to 255 characters. */
  name: string
  projectId: string
}

export interface UpdateProcessApplicationBody {
  /** 1 to 255 characters. */
  name?: string | undefined
}
