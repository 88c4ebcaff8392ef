import type { Changes, ChangesFilter } from './changes.ts'
import type { Search } from './search.ts'

/** A milestone, without the content it keeps. */
export interface MilestoneMetadata extends Changes {
  id: string
  name: string
  fileId: string
}

/** A milestone: what a file was when it was made. */
export interface Milestone {
  metadata: MilestoneMetadata
  content: string
}

export interface CreateMilestoneBody {
  /** 1 to 255 characters. */
  name: string
  fileId: string
}

export interface UpdateMilestoneBody {
  /** 1 to 255 characters. */
  name: string
}

/** A link to a visual comparison, for people with access to the project. */
export interface Comparison {
  url: string
}

/** Equality on the members of a milestone; dates also by comparison and range. */
export interface MilestoneFilter extends ChangesFilter {
  id?: string | undefined
  name?: string | undefined
  fileId?: string | undefined
}

export type MilestoneSortField = 'id' | 'name' | 'fileId' | 'created' | 'createdBy' | 'updated' | 'updatedBy'

export type MilestoneSearch = Search<MilestoneFilter, MilestoneSortField>
