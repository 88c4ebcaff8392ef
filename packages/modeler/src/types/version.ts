import type { Changes, ChangesFilter } from './changes.ts'
import type { Search } from './search.ts'

/** A version of a file, without the content it keeps. */
export interface VersionMetadata extends Changes {
  id: string
  name: string
  description?: string | null | undefined
  fileId: string
  /** Shared with the whole organization. */
  organizationPublic?: boolean | null | undefined
}

/** A version: what a file was when it was made. */
export interface Version {
  metadata: VersionMetadata
  content: string
}

export interface CreateVersionBody {
  fileId: string
  /** 1 to 255 characters; chosen by the server when left out. */
  name?: string | undefined
  description?: string | undefined
  /** Share it with the whole organization. */
  organizationPublic?: boolean | undefined
}

export interface UpdateVersionBody {
  /** 1 to 255 characters. */
  name?: string | undefined
  description?: string | undefined
  organizationPublic?: boolean | undefined
}

export interface RestoreVersionBody {
  /** Version number to give the restored template. For connector (element) templates only. */
  version?: number | undefined
}

/** Equality on the members of a version; dates also by comparison and range. */
export interface VersionFilter extends ChangesFilter {
  id?: string | undefined
  name?: string | undefined
  description?: string | undefined
  fileId?: string | undefined
  organizationPublic?: boolean | undefined
}

export type VersionSortField =
  | 'id'
  | 'name'
  | 'description'
  | 'fileId'
  | 'organizationPublic'
  | 'created'
  | 'createdBy'
  | 'updated'
  | 'updatedBy'

export type VersionSearch = Search<VersionFilter, VersionSortField>
