import type { CallOptions, LongText, SearchAll, SearchAllOptions } from '@x/rest'
import type { Changes, ChangesFilter, FilterText, Id, Name, Page, Search } from './shared.ts'

/**
 * Milestones: named states of a file.
 *
 * @until 8.11
 * @deprecated Since Camunda 8.7. From 8.9 on use versions.
 */
export interface Milestones {
  /**
   * Saves the current content of a file as a milestone.
   *
   * @operation POST /milestones
   * @permission Web Modeler API: create
   */
  create(body: CreateMilestoneBody, options?: CallOptions): Promise<MilestoneMetadata>

  /**
   * Returns a milestone with the content that it saved.
   *
   * @operation GET /milestones/{milestoneId}
   * @permission Web Modeler API: read
   */
  get(milestoneId: Id, options?: CallOptions): Promise<Milestone>

  /**
   * Renames a milestone. Its content cannot be changed.
   *
   * @operation PATCH /milestones/{milestoneId}
   * @permission Web Modeler API: update
   * @throws {ApiError} 404 if it does not exist
   */
  update(milestoneId: Id, body: UpdateMilestoneBody, options?: CallOptions): Promise<MilestoneMetadata>

  /**
   * Deletes a milestone; the file stays. **This cannot be undone.**
   *
   * @operation DELETE /milestones/{milestoneId}
   * @permission Web Modeler API: delete
   */
  delete(milestoneId: Id, options?: CallOptions): Promise<void>

  /**
   * Restores the file to the content of a milestone.
   *
   * @operation POST /milestones/{milestoneId}/restore
   */
  restore(milestoneId: Id, options?: CallOptions): Promise<MilestoneMetadata>

  /**
   * Returns one page of the matching milestones.
   *
   * @operation POST /milestones/search
   * @permission Web Modeler API: read
   * @paging page
   */
  search(body?: MilestoneSearch, options?: CallOptions): Promise<Page<MilestoneMetadata>>

  /** Returns all matching milestones one by one, and requests pages as they are needed. */
  searchAll(
    body?: SearchAll<MilestoneSearch>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MilestoneMetadata, void, undefined>

  /**
   * Returns a link to a page that shows the differences between two milestones, with the first as the baseline. The
   * page requires a login.
   *
   * @operation GET /milestones/compare/{milestone1Id}...{milestone2Id}
   * @permission Web Modeler API: read
   */
  compare(milestone1Id: Id, milestone2Id: Id, options?: CallOptions): Promise<Comparison>
}

/** A milestone, without the content that it saved. */
export interface MilestoneMetadata extends Changes {
  id: string
  name: string
  fileId: string
}

/** A milestone with the file's content at that time. */
export interface Milestone {
  metadata: MilestoneMetadata
  content: LongText
}

export interface CreateMilestoneBody {
  name: Name
  fileId: Id
}

export interface UpdateMilestoneBody {
  name: Name
}

/** Link to a visual comparison, for people with access to the project. */
export interface Comparison {
  url: string
}

/** Exact match of the members of a milestone; dates also by comparison and range. */
export interface MilestoneFilter extends ChangesFilter {
  id?: FilterText | undefined
  name?: FilterText | undefined
  fileId?: FilterText | undefined
}

export type MilestoneSortField = 'id' | 'name' | 'fileId' | 'created' | 'createdBy' | 'updated' | 'updatedBy'

export type MilestoneSearch = Search<MilestoneFilter, MilestoneSortField>
