import type { Changes, ChangesFilter } from './changes.ts'
import type { FileMetadata } from './file.ts'
import type { FolderMetadata } from './folder.ts'
import type { ProcessApplicationMetadata } from './process-application.ts'
import type { Search } from './search.ts'

/** A project, without what is in it. */
export interface ProjectMetadata extends Changes {
  id: string
  /** Not unique. */
  name: string
}

/** What lies directly in a project; what is in its folders is read folder by folder. */
export interface ProjectContent {
  folders: FolderMetadata[]
  files: FileMetadata[]
  /** Since Camunda 8.10. */
  processApplications?: ProcessApplicationMetadata[] | null | undefined
}

/** A project with what lies directly in it. */
export interface Project {
  metadata: ProjectMetadata
  content: ProjectContent
}

export interface CreateProjectBody {
  /** 1 to 255 characters. */
  name: string
}

export interface UpdateProjectBody {
  /** 1 to 255 characters. */
  name: string
}

/** Equality on the members of a project; dates also by comparison and range. */
export interface ProjectFilter extends ChangesFilter {
  id?: string | undefined
  name?: string | undefined
}

export type ProjectSortField = 'id' | 'name' | 'created' | 'createdBy' | 'updated' | 'updatedBy'

export type ProjectSearch = Search<ProjectFilter, ProjectSortField>
